package dev.sayso.decision;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.decision.AnswerDocument.ContactDocument;
import dev.sayso.decision.AnswerDocument.PropositionDocument;
import dev.sayso.decision.AnswerDocument.ShownDocument;
import dev.sayso.offer.ContentType;

/**
 * Writes what was decided as the API gives it.
 */
@Component
public class WriteAnswer {

	private final ExplainChoice explain;

	private final JsonMapper json;

	WriteAnswer(ExplainChoice explain, JsonMapper json) {
		this.explain = explain;
		this.json = json;
	}

	/**
	 * The answer.
	 * @param reader whom a trace is for; null where none was asked for
	 */
	public AnswerDocument of(Decided decided, @Nullable Locale reader) {
		return new AnswerDocument(
				decided.propositions().stream().map((one) -> document(one, decided.asking(), reader)).toList());
	}

	private PropositionDocument document(Decided.Proposition one, Asking asking, @Nullable Locale reader) {
		Chosen chosen = one.chosen();
		ShownDocument fallback = (chosen.fallback() != null) ? shown(chosen.fallback(), null) : null;
		List<ShownDocument> items = (fallback != null) ? null
				: chosen.items().stream().map((item) -> shown(item, AnswerDocument.number(item.score()))).toList();
		return new PropositionDocument(one.id(), chosen.decision().slug(), chosen.scope().placement().slug(), items,
				fallback, chosen.reason(), (one.contact() != null) ? ContactDocument.of(one.contact()) : null,
				(reader != null) ? this.explain.of(chosen, asking, reader) : null);
	}

	private ShownDocument shown(Shown shown, @Nullable Number score) {
		return new ShownDocument(shown.offer().slug(), shown.offer().name(), content(shown), shown.type().key(),
				shown.alt(), shown.link(), shown.language().isEmpty() ? null : shown.language(), score);
	}

	/**
	 * What an offer says: for JSON the value itself, so that nobody has to read it twice.
	 */
	Object content(Shown shown) {
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
