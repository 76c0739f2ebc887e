package dev.sayso.decision.board;

import java.util.Objects;

import jakarta.validation.constraints.Size;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.shared.page.Choices;

/**
 * Where the offers of a criterion come from, as it was chosen.
 *
 * @param version the save of the decision that was shown
 * @param source {@code own} offers, a {@code collection} that is there, or a {@code made}
 * one of its own offers
 * @param collection the key of one that is there
 * @param name of a new one
 */
record SourceForm(int version, String source, String collection,
		@Size(max = 200, message = "{catalogue.fault.name.long}") String name) {

	SourceForm {
		source = Choices.read(source, "own", "collection", "made");
	}

	static SourceForm of(Decision decision, Criterion criterion) {
		return new SourceForm(Objects.requireNonNullElse(decision.version(), 0),
				criterion.isOwn() ? "own" : "collection", criterion.collection(), "");
	}

}
