package dev.sayso.shared;

/**
 * Says in one sentence why Sayso does not start, for the person at the terminal.
 */
public class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Refusal(String sentence) {
		super(sentence);
	}

}
