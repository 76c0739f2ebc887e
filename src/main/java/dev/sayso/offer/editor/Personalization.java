package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.OfferTextAnalysis;
import dev.sayso.offer.PersonalDataUse;
import dev.sayso.offer.editor.OfferEditorView.Name;
import dev.sayso.offer.editor.OfferEditorView.Names;
import dev.sayso.person.ProfileFields;

/**
 * Says whether an offer is personalized and why, and what its texts may read.
 */
@Component
class Personalization {

	/** How many of an offer's readings are told. */
	private static final int TOLD = 6;

	private final OfferTextAnalysis texts;

	private final PersonalDataUse personalData;

	private final ProfileFields fields;

	private final ConditionCompiler conditions;

	private final CatalogueLabels labels;

	private final MessageSourceAccessor messages;

	Personalization(OfferTextAnalysis texts, PersonalDataUse personalData, ProfileFields fields,
			ConditionCompiler conditions, CatalogueLabels labels, MessageSourceAccessor messages) {
		this.texts = texts;
		this.personalData = personalData;
		this.fields = fields;
		this.conditions = conditions;
		this.labels = labels;
		this.messages = messages;
	}

	boolean isOf(OfferContent offer) {
		return this.personalData.isPersonalized(offer, this.texts.compile(offer).values());
	}

	/** Why it is personalized, as sentences; empty where it is not, or only marked so. */
	List<String> reasons(OfferContent offer) {
		List<String> reasons = new ArrayList<>(brief(readings(offer)));
		try {
			if (PersonalDataUse.in(this.conditions.compile(offer.eligible()))) {
				reasons.add(message("offer.reason.eligibility"));
			}
		}
		catch (InvalidConditionException ex) {
			reasons.add(message("offer.reason.broken"));
		}
		return reasons;
	}

	private List<String> readings(OfferContent offer) {
		List<String> reasons = new ArrayList<>();
		Map<String, ProfileFields.Field> known = this.fields.byName();
		this.texts.compile(offer)
			.forEach((representation, compiled) -> compiled.profileNames()
				.forEach((name) -> reasons.add(message("offer.reason.reads", label(known.get(name), name),
						this.labels.place(OfferParts.place(representation))))));
		return reasons;
	}

	private List<String> brief(List<String> readings) {
		if (readings.size() <= TOLD) {
			return readings;
		}
		List<String> brief = new ArrayList<>(readings.subList(0, TOLD));
		brief.add(message("offer.reason.more", readings.size() - TOLD));
		return brief;
	}

	/** What its texts read of a person, as people call it. */
	Set<String> reads(OfferContent offer) {
		Map<String, ProfileFields.Field> known = this.fields.byName();
		Set<String> labels = new LinkedHashSet<>();
		this.texts.compile(offer)
			.values()
			.forEach((compiled) -> compiled.profileNames().forEach((name) -> labels.add(label(known.get(name), name))));
		return labels;
	}

	/** How people call something of a person; empty where there is no such thing. */
	Optional<String> label(String name) {
		return Optional.ofNullable(this.fields.byName().get(name)).map((field) -> label(field, name));
	}

	List<Names> names(boolean fallback, OfferContent offer) {
		List<Names> names = new ArrayList<>();
		List<Name> person = this.fields.byName()
			.values()
			.stream()
			.map((field) -> new Name("{{profile." + field.name() + "}}", label(field, field.name())))
			.toList();
		if (!fallback) {
			names.add(new Names("offer.names.profile", person));
		}
		List<Name> own = new ArrayList<>();
		own.add(new Name("{{offer.name}}", message("offer.names.offer.name")));
		offer.attributes()
			.keySet()
			.forEach(
					(name) -> own.add(new Name("{{offer.attributes." + name + "}}", message("offer.names.attribute"))));
		names.add(new Names("offer.names.offer", own));
		names.add(new Names("offer.names.context",
				List.of(new Name("{{context.city}}", message("offer.names.context.help")))));
		return names;
	}

	private String label(ProfileFields.@Nullable Field field, String name) {
		return (field != null) ? this.messages.getMessage(field.label()) : name;
	}

	private String message(String key, Object... args) {
		return this.messages.getMessage(key, args);
	}

}
