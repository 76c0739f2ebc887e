package dev.sayso.decision.editor;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.audit.FieldMessages;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.contact.MarketingActions;
import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Strategy;
import dev.sayso.shared.LocalizedDate;

/**
 * Says a decision's parts and their values in the reader's language: things by their
 * names, conditions read aloud.
 */
@Component
public class DecisionMessages implements FieldMessages {

	private final MessageSource messages;

	private final ConditionSentences sentences;

	private final DecisionCatalogue catalogue;

	private final MarketingActions actions;

	DecisionMessages(MessageSource messages, ConditionSentences sentences, DecisionCatalogue catalogue,
			MarketingActions actions) {
		this.actions = actions;
		this.messages = messages;
		this.sentences = sentences;
		this.catalogue = catalogue;
	}

	/** What differs between two versions, in words. */
	public List<FieldChange> differences(Map<String, ?> before, Map<String, ?> after) {
		CatalogueLookup lookup = this.catalogue.look();
		return DecisionParts.between(before, after)
			.stream()
			.map((change) -> new FieldChange(name(change.field(), lookup),
					said(change.field(), change.before(), lookup), said(change.field(), change.after(), lookup)))
			.toList();
	}

	@Override
	public Set<String> types() {
		return Set.of("decision", Strategy.KIND);
	}

	@Override
	public String name(String field) {
		return name(field, this.catalogue.look());
	}

	@Override
	public String value(String field, String value) {
		return value(field, value, this.catalogue.look());
	}

	private String name(String field, CatalogueLookup lookup) {
		String[] path = field.split("\\.");
		return switch (path.length) {
			case 2 -> word("decision.part.scope", lookup.placementName(path[1]));
			case 4 -> word("decision.part.criterion", lookup.placementName(path[1]), path[2],
					word("decision.part." + path[3]));
			default -> word("decision.part." + field);
		};
	}

	private @Nullable String said(String field, @Nullable String value, CatalogueLookup lookup) {
		return (value != null) ? value(field, value, lookup) : null;
	}

	private String value(String field, String value, CatalogueLookup lookup) {
		return switch (field.substring(field.lastIndexOf('.') + 1)) {
			case "fallback" -> lookup.offerName(value);
			case "strategy" -> lookup.strategyName(value);
			case "collection" -> lookup.collectionName(value);
			case "placements" ->
				Arrays.stream(value.split(",")).map(lookup::placementName).collect(Collectors.joining(", "));
			case "offers" -> Arrays.stream(value.split(",")).map(lookup::offerName).collect(Collectors.joining(", "));
			case "actions" -> Arrays.stream(value.split(",")).map(this.actions::name).collect(Collectors.joining(", "));
			case "eligibility" -> eligibility(value);
			case "fourEyes", "fourEyesRelease" -> word("yes");
			case "due" -> value.indexOf(' ') < 0 ? value
					: moment(value.substring(0, value.indexOf(' '))) + value.substring(value.indexOf(' '));
			case "repeats", "learned", "strict" -> word(Boolean.parseBoolean(value) ? "yes" : "no");
			case "missing" -> value.matches("[a-z]+") ? word("decision.missing." + value) : value;
			case "from", "to" -> moment(value);
			case "live" -> word("version", value);
			default ->
				field.matches("scopes\\.[^.]*") ? word("decision.criteria.count", Integer.valueOf(value)) : value;
		};
	}

	/** Whom something is for, read aloud. */
	public String eligibility(String json) {
		try {
			return this.sentences.plain(ConditionJson.parse(json), LocaleContextHolder.getLocale());
		}
		catch (InvalidConditionException ex) {
			return json;
		}
	}

	/** The same within a line, without a stop at its end; empty for everybody. */
	public String people(String eligibility) {
		return eligibility.isEmpty() ? "" : eligibility(eligibility).replaceFirst("\\.$", "");
	}

	/**
	 * The collections that one may choose from, by key: each with how many offers it has.
	 * @param chosen the key of one that may stay though it is archived
	 */
	public Map<String, String> collections(String chosen) {
		Map<String, String> names = new LinkedHashMap<>();
		this.catalogue.collections()
			.stream()
			.filter((one) -> !one.isArchived() || one.slug().equals(chosen))
			.forEach((one) -> names.put(one.slug(),
					word("decision.collection.option", one.name(), this.catalogue.size(one))));
		return names;
	}

	private static String moment(String local) {
		return LocalizedDate.withTime(LocalDateTime.parse(local), LocaleContextHolder.getLocale());
	}

	public String word(String key, Object... args) {
		return this.messages.getMessage(key, args, LocaleContextHolder.getLocale());
	}

}
