"""The documents' table as data, and the rules that ask which of its rows a night's movements meet."""
