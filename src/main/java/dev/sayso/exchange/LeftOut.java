package dev.sayso.exchange;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.status.Verdict.Code;

/**
 * How many people a file left out who match, since they may not be contacted: by each
 * reason, of which one person may have several.
 */
record LeftOut(Map<Code, Long> byReason) {

	static LeftOut none() {
		return new LeftOut(new EnumMap<>(Code.class));
	}

	static LeftOut parse(String text) {
		LeftOut parsed = none();
		Arrays.stream(text.split(" ")).filter((each) -> !each.isEmpty()).forEach((each) -> {
			String[] words = each.split("=");
			parsed.byReason.put(Code.valueOf(words[0]), Long.valueOf(words[1]));
		});
		return parsed;
	}

	void add(Verdict verdict) {
		verdict.reasons()
			.stream()
			.map(Verdict.Reason::code)
			.distinct()
			.forEach((code) -> this.byReason.merge(code, 1L, Long::sum));
	}

	String text() {
		return this.byReason.entrySet()
			.stream()
			.map((each) -> each.getKey() + "=" + each.getValue())
			.collect(Collectors.joining(" "));
	}

}
