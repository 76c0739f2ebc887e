package dev.sayso.exchange.file;

public class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UnreadableFileException(String code) {
		super(code);
	}

	public String code() {
		return String.valueOf(getMessage());
	}

}
