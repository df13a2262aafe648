"""`make bench`: the figures we hold ourselves to, as ratios against plain aiogram in the same run."""
