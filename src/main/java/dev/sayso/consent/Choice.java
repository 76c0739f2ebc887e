package dev.sayso.consent;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be chosen for a purpose: the eleven values XDM gives to {@code xdm:choice}.
 */
public enum Choice {

	YES("y"), NO("n"), PENDING("p"), UNKNOWN("u"), DEFAULT_YES("dy"), DEFAULT_NO("dn"), LEGITIMATE_INTEREST("LI"),
	CONTRACT("CT"), COMPLIANCE("CP"), VITAL_INTEREST("VI"), PUBLIC_INTEREST("PI");

	private static final Map<String, Choice> BY_VALUE = Arrays.stream(values())
		.collect(Collectors.toMap(Choice::value, Function.identity()));

	private final String value;

	Choice(String value) {
		this.value = value;
	}

	public static Optional<Choice> of(String value) {
		return Optional.ofNullable(BY_VALUE.get(value));
	}

	public String value() {
		return this.value;
	}

	/**
	 * Whether this choice allows what the purpose is about. A lawful basis other than
	 * legitimate interest covers data that is collected and shared, never marketing.
	 */
	public boolean allows(Purpose purpose) {
		return switch (this) {
			case YES, DEFAULT_YES, LEGITIMATE_INTEREST -> true;
			case NO, DEFAULT_NO, PENDING, UNKNOWN -> false;
			case CONTRACT, COMPLIANCE, VITAL_INTEREST, PUBLIC_INTEREST ->
				purpose == Purpose.COLLECT || purpose == Purpose.SHARE;
		};
	}

}
