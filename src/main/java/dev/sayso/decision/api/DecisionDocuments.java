package dev.sayso.decision.api;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.api.DecisionDocument.ContactDocument;
import dev.sayso.decision.api.DecisionDocument.PropositionDocument;
import dev.sayso.decision.api.DecisionDocument.ShownDocument;
import dev.sayso.offer.text.ContentType;

/**
 * Writes what was decided as the API gives it.
 */
@Component
public class DecisionDocuments {

	private final ChoiceExplainer explain;

	private final JsonMapper json;

	DecisionDocuments(ChoiceExplainer explain, JsonMapper json) {
		this.explain = explain;
		this.json = json;
	}

	/**
	 * The answer.
	 * @param reader whom a trace is for; null where none was asked for
	 */
	public DecisionDocument of(DecisionResult decided, @Nullable Locale reader) {
		return new DecisionDocument(
				decided.propositions().stream().map((one) -> document(one, decided.asking(), reader)).toList());
	}

	private PropositionDocument document(DecisionResult.Proposition one, DecisionContext asking,
			@Nullable Locale reader) {
		ScopeResult chosen = one.chosen();
		ShownDocument fallback = (chosen.fallback() != null) ? shown(chosen.fallback(), null) : null;
		List<ShownDocument> items = (fallback != null) ? null
				: chosen.items().stream().map((item) -> shown(item, DecisionDocument.number(item.score()))).toList();
		return new PropositionDocument(one.id(), chosen.decision().slug(), chosen.scope().placement().slug(), items,
				fallback, chosen.reason(), (one.contact() != null) ? ContactDocument.of(one.contact()) : null,
				(reader != null) ? this.explain.of(chosen, asking, reader) : null);
	}

	private ShownDocument shown(ChosenOffer shown, @Nullable Number score) {
		return new ShownDocument(shown.offer().slug(), shown.offer().name(), content(shown), shown.type().key(),
				shown.alt(), shown.link(), shown.language().isEmpty() ? null : shown.language(), score);
	}

	/**
	 * What an offer says: for JSON the value itself, so that nobody has to read it twice.
	 */
	Object content(ChosenOffer shown) {
		if (shown.type() != ContentType.JSON) {
			return shown.content();
		}
		try {
			return this.json.readTree(shown.content());
		}
		catch (JacksonException ex) {
			return shown.content();
		}
	}

}
