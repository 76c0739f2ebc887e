package dev.sayso.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.decision.formula.RankableOffer;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.CompiledRepresentation;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.PersonalDataUse;
import dev.sayso.offer.Representation;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.InvalidTemplateException;
import dev.sayso.offer.text.Templates;

/**
 * Makes approved offers ready to be evaluated; what cannot be evaluated any more is for
 * nobody, what cannot be said any more is not said.
 */
final class LiveOfferAssembly {

	private final Map<String, Placement> placements;

	private final ConditionCompiler conditions;

	private final Templates templates;

	LiveOfferAssembly(Map<String, Placement> placements, ConditionCompiler conditions, Templates templates) {
		this.placements = placements;
		this.conditions = conditions;
		this.templates = templates;
	}

	LiveOffer assemble(ApprovedOffer offer) {
		OfferContent content = offer.content();
		Condition condition = content.eligible();
		CompiledCondition eligible = LiveSnapshotAssembly.compile(condition, this.conditions);
		Map<String, List<LocalizedTexts.Text>> textsByPlacement = new HashMap<>();
		content.representations().forEach((representation) -> add(representation, textsByPlacement));
		List<CompiledRepresentation> compiled = textsByPlacement.values()
			.stream()
			.flatMap(List::stream)
			.map(LocalizedTexts.Text::representation)
			.toList();
		Set<Class<?>> reads = new HashSet<>();
		compiled.forEach((representation) -> reads.addAll(representation.parts()));
		if (eligible != null) {
			reads.addAll(eligible.parts());
		}
		boolean personal = content.personal() || (eligible != null && PersonalDataUse.in(eligible))
				|| compiled.stream().anyMatch(CompiledRepresentation::readsProfile);
		return new LiveOffer(offer.offer(), offer.slug(), offer.name(), content.priority(), content.validity().begins(),
				content.validity().ends(), eligible, condition, personal, content.caps(), RankableOffer.of(offer),
				Map.of("name", offer.name(), "attributes", content.attributes()), texts(textsByPlacement),
				placed(content) - compiled.size(), reads);
	}

	private int placed(OfferContent content) {
		return (int) content.representations()
			.stream()
			.filter((representation) -> this.placements.containsKey(representation.placement()))
			.count();
	}

	private Map<String, LocalizedTexts> texts(Map<String, List<LocalizedTexts.Text>> textsByPlacement) {
		Map<String, LocalizedTexts> texts = new HashMap<>();
		textsByPlacement.forEach((placement, each) -> texts.put(placement, new LocalizedTexts(type(placement), each)));
		return texts;
	}

	private void add(Representation representation, Map<String, List<LocalizedTexts.Text>> textsByPlacement) {
		if (!this.placements.containsKey(representation.placement())) {
			return;
		}
		try {
			LocalizedTexts.Text text = new LocalizedTexts.Text(representation.language(),
					representation.speaksToAnybody(), CompiledRepresentation.compile(this.templates,
							this.placements.get(representation.placement()).format(), representation, null));
			textsByPlacement.computeIfAbsent(representation.placement(), (placement) -> new ArrayList<>()).add(text);
		}
		catch (InvalidTemplateException ex) {
			// what it names is gone: it says nothing here
		}
	}

	private ContentType type(String placement) {
		return this.placements.get(placement).type();
	}

}
