package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;

/**
 * What every statement of a form comes with that nobody identified sent.
 *
 * @param gpc whether their browser asks not to share
 */
record VisitorSays(Evidence evidence, String source, UUID submission, boolean gpc) {

	Declaration says(List<Statement> statements) {
		List<Statement> all = new ArrayList<>(statements);
		if (this.gpc) {
			all.add(Statement.of(Purpose.SHARE, Choice.NO));
		}
		return Declaration.byVisitor(all, this.evidence, this.source, this.submission);
	}

}
