"""Work on a pair: links and findings corrected by hand, notes, undo, the project file."""
