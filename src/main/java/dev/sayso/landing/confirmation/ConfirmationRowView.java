package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The pending confirmation of a person, ready to show.
 *
 * @param address tells people of one name apart
 * @param sources the pages it came from
 * @param lifts whether confirming some of it lifts a no
 */
record ConfirmationRowView(String id, String name, @Nullable String address, Instant since, List<OptIn> optIns,
		List<Detail> details, List<String> sources, boolean lifts) {

	/** An opt-in: {@code label} is a message key. */
	record OptIn(String key, String label, String icon, Instant at, String source, boolean lifts) {
	}

	/** A detail before and after: {@code label} is a message key. */
	record Detail(String label, String before, String after) {
	}

	static ConfirmationRowView of(PendingConfirmation confirmation) {
		Map<String, Object> known = confirmation.profile().details().fields();
		List<OptIn> optIns = confirmation.optIns().stream().map(ConfirmationRowView::optIn).toList();
		List<Detail> details = confirmation.fields()
			.entrySet()
			.stream()
			.map((field) -> new Detail("public.field." + field.getKey(),
					Objects.toString(known.get(field.getKey()), ""), field.getValue()))
			.toList();
		String address = Objects.toString(known.get("email"), Objects.toString(known.get("mobile"), null));
		return new ConfirmationRowView(confirmation.profile().id().toString(), confirmation.profile().name(), address,
				confirmation.since(), optIns, details,
				optIns.stream().map(OptIn::source).filter((text) -> !text.isEmpty()).distinct().toList(),
				optIns.stream().anyMatch(OptIn::lifts));
	}

	private static OptIn optIn(PendingConfirmation.OptIn optIn) {
		String name = optIn.purpose().key().replace("marketing.", "");
		String icon = optIn.purpose().channel().map((channel) -> channel.icon()).orElse("checkbox");
		String label = optIn.purpose().isMarketing() ? "channel." + name : "purpose." + name;
		return new OptIn(optIn.purpose().key(), label, icon, optIn.at(), optIn.source(), optIn.lifts());
	}

}
