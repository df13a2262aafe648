"""What Sapar talks about: plain values and rules, standard library only."""
