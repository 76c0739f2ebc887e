package dev.sayso.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Says at its place in the file what is wrong with an offer.
 */
@Component
class OfferItemMessages {

	private final ConditionCompiler conditions;

	private final ConditionMessages conditionMessages;

	private final MessageSourceAccessor messages;

	OfferItemMessages(ConditionCompiler conditions, ConditionMessages conditionMessages,
			MessageSourceAccessor messages) {
		this.conditions = conditions;
		this.conditionMessages = conditionMessages;
		this.messages = messages;
	}

	List<Fault> say(Map<String, OfferFault> faults, OfferItem written, String at) {
		List<Fault> told = new ArrayList<>();
		faults.forEach((part, fault) -> {
			if (part.equals("eligibility")) {
				told.addAll(eligibility(fault, written, at));
			}
			else {
				told.add(new Fault(at + place(part, written), text(fault)));
			}
		});
		return told;
	}

	private List<Fault> eligibility(OfferFault fault, OfferItem written, String at) {
		EligibilityItem eligible = written.eligibility();
		List<Fault> told = eligible.told(at, this.conditions.faults(eligible.parse()), this.conditionMessages);
		return told.isEmpty()
				? List.of(new Fault(at + (eligible.audiences().isEmpty() ? "/condition" : "/audiences"), text(fault)))
				: told;
	}

	private String text(OfferFault fault) {
		return this.messages.getMessage(fault.code(), fault.args().toArray());
	}

	private static String place(String part, OfferItem written) {
		int dot = part.indexOf('.');
		String name = (dot < 0) ? part : part.substring(0, dot);
		String rest = part.substring(dot + 1);
		return switch (name) {
			case "content", "alt", "link", "main" -> "/texts/" + text(rest, written) + "/" + name;
			case "field" ->
				"/texts/" + text(OfferParts.placeOf(part), written) + "/fields/" + rest.substring(0, rest.indexOf('.'));
			case "qualifier" ->
				"/qualifiers/" + Objects.requireNonNullElse(written.qualifiers(), List.of()).indexOf(rest);
			case "caps" -> "/" + part.replace('.', '/');
			case "personal" -> "/personalized";
			case "representations" -> "/texts";
			default -> "/" + name;
		};
	}

	/** The last at a place, as the one that came too much. */
	private static int text(String place, OfferItem written) {
		List<OfferItem.TextItem> texts = Objects.requireNonNullElse(written.texts(), List.of());
		return IntStream.range(0, texts.size())
			.filter((at) -> OfferParts.place(texts.get(at).representation()).equals(place))
			.max()
			.orElse(0);
	}

}
