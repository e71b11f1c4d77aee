"""Where theory meets data: the command line, figures and tables."""
