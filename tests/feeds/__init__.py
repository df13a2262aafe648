"""Looking at feeds over real HTTP on loopback."""
