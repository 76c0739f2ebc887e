package dev.sayso.decision.api;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.MakeDecision;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.outcome.SealedPropositions;
import dev.sayso.decision.api.DecisionDocument.ContactDocument;
import dev.sayso.decision.api.DecisionDocument.OfferDocument;
import dev.sayso.decision.api.DecisionDocument.PropositionDocument;
import dev.sayso.offer.text.ContentType;

/**
 * Writes what was decided as the API gives it.
 */
@Component
public class DecisionDocuments {

	private final ChoiceExplainer explainer;

	private final SealedPropositions sealed;

	private final JsonMapper json;

	DecisionDocuments(ChoiceExplainer explainer, SealedPropositions sealed, JsonMapper json) {
		this.explainer = explainer;
		this.sealed = sealed;
		this.json = json.rebuild()
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.build();
	}

	/**
	 * The answer.
	 * @param reader whom a trace is for; null where none was asked for
	 */
	public DecisionDocument create(DecisionResult result, @Nullable Locale reader) {
		return new DecisionDocument((result.profile() == null) ? DecisionDocument.UNKNOWN : null,
				result.propositions()
					.stream()
					.map((proposition) -> document(proposition, result.context(), reader))
					.toList());
	}

	private PropositionDocument document(DecisionResult.Proposition proposition, DecisionContext context,
			@Nullable Locale reader) {
		ScopeResult scopeResult = proposition.result();
		OfferDocument fallback = (scopeResult.fallback() != null) ? offer(scopeResult.fallback(), null) : null;
		List<OfferDocument> items = (fallback != null) ? null
				: scopeResult.items()
					.stream()
					.map((item) -> offer(item, DecisionDocument.number(item.score())))
					.toList();
		return new PropositionDocument(proposition.id(), scopeResult.decision().slug(),
				scopeResult.scope().placement().slug(), items, fallback, scopeResult.reason(),
				(proposition.contact() != null) ? ContactDocument.of(proposition.contact()) : null,
				(reader != null) ? this.explainer.explain(scopeResult, context, reader) : null);
	}

	private OfferDocument offer(ChosenOffer chosen, @Nullable Number score) {
		return new OfferDocument(chosen.offer().slug(), chosen.offer().name(), content(chosen), chosen.type().key(),
				chosen.text().fields(), chosen.text().alt(), chosen.text().link(),
				chosen.language().isEmpty() ? null : chosen.language(), score);
	}

	/**
	 * The name of each result as a proposition that is not kept before something is told
	 * of it.
	 */
	Map<ScopeResult, String> seal(MakeDecision.Look look) {
		Map<ScopeResult, String> names = new IdentityHashMap<>();
		look.results()
			.forEach((result) -> names.computeIfAbsent(result,
					(each) -> this.sealed.seal(each, look.profile(), look.context())));
		return names;
	}

	/** A document as it is sent. */
	byte[] write(Object document) {
		return this.json.writeValueAsBytes(document);
	}

	/**
	 * What an offer says: for JSON the value itself, its numbers as they are written, so
	 * that nobody has to read it twice.
	 */
	Object content(ChosenOffer offer) {
		if (offer.type() != ContentType.JSON) {
			return offer.content();
		}
		try {
			return this.json.readTree(offer.content());
		}
		catch (JacksonException ex) {
			return offer.content();
		}
	}

}
