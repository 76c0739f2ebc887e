package dev.sayso.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.sayso.condition.Compiled;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Conditions;
import dev.sayso.offer.BadTemplate;
import dev.sayso.offer.ContentType;
import dev.sayso.offer.Copy;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferVersion;
import dev.sayso.offer.Placement;
import dev.sayso.offer.ProfileReads;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Templates;

/**
 * Makes approved offers ready to be asked; what cannot be asked any more is for nobody,
 * what cannot be said any more is not said.
 */
final class AssembleOffer {

	private final Map<String, Placement> placements;

	private final Conditions conditions;

	private final Templates templates;

	AssembleOffer(Map<String, Placement> placements, Conditions conditions, Templates templates) {
		this.placements = placements;
		this.conditions = conditions;
		this.templates = templates;
	}

	LiveOffer of(OfferVersion offer) {
		OfferContent content = offer.content();
		Condition asked = content.eligible();
		Compiled eligible = AssembleCriterion.compile(asked, this.conditions);
		Map<String, List<Texts.Text>> said = new HashMap<>();
		content.representations().forEach((one) -> add(one, said));
		List<Copy> copies = said.values().stream().flatMap(List::stream).map(Texts.Text::copy).toList();
		Set<Class<?>> reads = new HashSet<>();
		copies.forEach((copy) -> reads.addAll(copy.parts()));
		if (eligible != null) {
			reads.addAll(eligible.parts());
		}
		boolean personal = content.personal() || (eligible != null && ProfileReads.in(eligible))
				|| copies.stream().anyMatch(Copy::readsProfile);
		return new LiveOffer(offer.offer(), offer.slug(), offer.name(), content.priority(), content.validity().begins(),
				content.validity().ends(), eligible, asked, personal, content.caps(), Rankable.of(offer),
				Map.of("name", offer.name(), "attributes", content.attributes()), texts(said), reads);
	}

	private Map<String, Texts> texts(Map<String, List<Texts.Text>> said) {
		Map<String, Texts> texts = new HashMap<>();
		said.forEach((placement, each) -> texts.put(placement, new Texts(type(placement), each)));
		return texts;
	}

	private void add(Representation one, Map<String, List<Texts.Text>> said) {
		if (!this.placements.containsKey(one.placement())) {
			return;
		}
		try {
			Texts.Text text = new Texts.Text(one.language(),
					Copy.compile(this.templates, type(one.placement()), one, null));
			said.computeIfAbsent(one.placement(), (placement) -> new ArrayList<>()).add(text);
		}
		catch (BadTemplate ex) {
			// what it names is gone: it says nothing here
		}
	}

	private ContentType type(String placement) {
		return this.placements.get(placement).type();
	}

}
