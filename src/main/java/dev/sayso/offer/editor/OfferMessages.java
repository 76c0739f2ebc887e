package dev.sayso.offer.editor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.audit.FieldMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.OfferDifferences;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;

/**
 * Says an offer's parts, their values and what is wrong with them, in the reader's
 * language.
 */
@Component
class OfferMessages implements FieldMessages {

	private final MessageSourceAccessor messages;

	private final CatalogueLabels labels;

	private final ConditionSentences conditions;

	OfferMessages(MessageSourceAccessor messages, CatalogueLabels labels, ConditionSentences conditions) {
		this.messages = messages;
		this.labels = labels;
		this.conditions = conditions;
	}

	List<FieldChange> differences(Map<String, String> before, Map<String, String> after) {
		return FieldChange.between(before, after).stream().map(OfferDifferences::brief).map(this::translate).toList();
	}

	String message(OfferFault fault) {
		return message(fault.code(), fault.args().toArray());
	}

	@Override
	public Set<String> types() {
		return Set.of("offer");
	}

	/** A part as people call it, such as <em>Text in Web hero, French</em>. */
	@Override
	public String name(String part) {
		int dot = part.indexOf('.');
		if (dot < 0) {
			return message("offer.part." + part);
		}
		String rest = part.substring(dot + 1);
		return switch (part.substring(0, dot)) {
			case "content" -> this.labels.place(rest);
			case "field" ->
				message("offer.part.in", this.labels.field(rest), this.labels.place(OfferParts.placeOf(part)));
			case "alt", "link", "main" ->
				message("offer.part.in", message("offer.part." + part.substring(0, dot)), this.labels.place(rest));
			case "qualifier" -> message("offer.part.of", message("offer.part.qualifier"), this.labels.qualifier(rest));
			case "cap" -> message("offer.part.of", message("offer.part.cap"), cap(rest));
			case "attribute" -> message("offer.part.of", message("offer.part.attribute"), rest);
			default -> part;
		};
	}

	@Override
	public String value(String part, String value) {
		return switch (part) {
			case "eligibility" -> this.conditions.plain(value, value);
			case "representations" ->
				Stream.of(value.split(",")).map(this.labels::place).collect(Collectors.joining("; "));
			case "from", "to" -> value.replace('T', ' ');
			case "approved" -> message("version", value);
			default -> value.equals(OfferParts.ON) ? message("yes") : value;
		};
	}

	/** What a cap counts, such as <em>times shown, for each person, a week</em>. */
	private String cap(String key) {
		return Stream.of(key.split("\\."))
			.map((part) -> message("offer.cap." + part))
			.collect(Collectors.joining(", "));
	}

	String message(String key, Object... args) {
		return this.messages.getMessage(key, args);
	}

}
