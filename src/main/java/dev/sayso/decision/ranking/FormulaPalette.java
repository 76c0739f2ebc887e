package dev.sayso.decision.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.FactType;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.formula.RankableOffer;
import dev.sayso.person.ProfileFields;

/**
 * The names that a formula may read, with what kind of value each is and where there is
 * one: of the offers of the criterion, and of the people it is tried on.
 */
@Component
class FormulaPalette {

	private static final String LABEL = "decision.name.";

	private final ProfileFields fields;

	private final MessageSourceAccessor messages;

	FormulaPalette(ProfileFields fields, MessageSourceAccessor messages) {
		this.fields = fields;
		this.messages = messages;
	}

	List<FormulaView.Group> groups(FormulaTrial.Tried tried) {
		String always = word("decision.formula.known.always");
		List<LiveOffer> offers = (tried.criterion() != null) ? tried.criterion().offers() : List.of();
		List<FormulaView.Name> offer = new ArrayList<>();
		offer.add(name(RankableOffer.PRIORITY, "number", always));
		attributes(offers).forEach((attribute, values) -> offer
			.add(new FormulaView.Name(attribute, attribute.substring(RankableOffer.ATTRIBUTES.length()), type(values),
					word("decision.formula.known.offers", values.size(), offers.size()))));
		offer.add(name("offer.name", "text", always));
		offer.add(name("offer.key", "text", always));
		return List.of(new FormulaView.Group(word("decision.formula.group.offer"), offer),
				new FormulaView.Group(word("decision.formula.group.profile"), profile(tried)),
				new FormulaView.Group(word("decision.formula.group.request"),
						List.of(name("now", "moment", always), new FormulaView.Name("context.", word(LABEL + "context"),
								word("decision.formula.type.value"), word("decision.formula.known.sent")))));
	}

	private FormulaView.Name name(String written, String type, String known) {
		return new FormulaView.Name(written, word(LABEL + written), word("decision.formula.type." + type), known);
	}

	private List<FormulaView.Name> profile(FormulaTrial.Tried tried) {
		int all = tried.facts().size();
		return this.fields.byName().values().stream().map((field) -> {
			long known = tried.facts()
				.values()
				.stream()
				.filter((person) -> field.reader().apply(person) != null)
				.count();
			return new FormulaView.Name("profile." + field.name(), this.messages.getMessage(field.label()),
					word("decision.formula.type." + type(field.type())),
					(all == 0) ? "" : word("decision.formula.known.people", known, all));
		}).toList();
	}

	/** The values that offers have, by the name of the attribute. */
	private static Map<String, Collection<Object>> attributes(List<LiveOffer> offers) {
		Map<String, Collection<Object>> attributes = new TreeMap<>();
		offers.forEach((offer) -> offer.ranked().values().forEach((name, value) -> {
			if (name.startsWith(RankableOffer.ATTRIBUTES)) {
				attributes.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
			}
		}));
		return attributes;
	}

	private static String type(FactType type) {
		return switch (type) {
			case TEXT, CODE -> "text";
			case NUMBER -> "number";
			case BOOLEAN -> "truth";
			case DATE, INSTANT -> "moment";
		};
	}

	private String type(Collection<Object> values) {
		List<String> types = values.stream().map(FormulaPalette::type).distinct().toList();
		return word("decision.formula.type." + ((types.size() == 1) ? types.get(0) : "value"));
	}

	private static String type(Object value) {
		return (value instanceof Number) ? "number"
				: (value instanceof String) ? "text" : (value instanceof Boolean) ? "truth" : "value";
	}

	private String word(String key, Object... args) {
		return this.messages.getMessage(key, args);
	}

}
