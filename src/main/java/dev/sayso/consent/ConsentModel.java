package dev.sayso.consent;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether silence counts as yes, which the administrator of a new store is asked once. In
 * either model nobody is personalized for, nothing is shared, and a channel that is
 * switched on later asks first.
 */
public enum ConsentModel {

	/** The field's habit: people are contacted until they say no. */
	OPT_OUT("opt-out", Purpose.MARKETING_ANY, Purpose.MARKETING_EMAIL, Purpose.MARKETING_SMS, Purpose.MARKETING_CALL,
			Purpose.MARKETING_POSTAL_MAIL, Purpose.MARKETING_PUSH, Purpose.COLLECT),

	/** People are contacted once they say yes; letters need none. */
	OPT_IN("opt-in", Purpose.MARKETING_POSTAL_MAIL);

	private final String key;

	private final ConsentDefaults defaults;

	ConsentModel(String key, Purpose... allowed) {
		this.key = key;
		Map<Purpose, Choice> choices = Set.of(allowed)
			.stream()
			.collect(Collectors.toMap(Function.identity(), (purpose) -> Choice.DEFAULT_YES));
		this.defaults = new ConsentDefaults(choices);
	}

	static Optional<ConsentModel> of(String key) {
		return Arrays.stream(values()).filter((model) -> model.key.equals(key)).findFirst();
	}

	/** The name in the store, in forms and in message keys. */
	public String key() {
		return this.key;
	}

	public ConsentDefaults defaults() {
		return this.defaults;
	}

}
