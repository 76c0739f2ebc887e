package dev.sayso.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;

/**
 * What somebody states about one person's say, with all that proves it: the only thing
 * that changes a consent.
 *
 * @param own whether it is the person's own say: the speaker is known to be them (a
 * personal link), not just somebody who typed their address, or another system or a file
 * tells of what they said themself
 * @param mayLift whether the speaker has the right to lift a person's own no
 * @param source where it was said, in words
 * @param submission the accepted form, for undo
 * @param shown what the form showed, for purposes whose change must not overwrite what
 * somebody else changed since
 */
public record Declaration(Origin origin, Actor actor, boolean own, boolean mayLift, List<Statement> statements,
		Evidence evidence, @Nullable String source, @Nullable UUID submission, Map<Purpose, Choice> shown) {

	public static Declaration bySubject(List<Statement> statements, Evidence evidence, @Nullable String source,
			@Nullable UUID submission) {
		return new Declaration(Origin.SUBJECT, Actor.subject(), true, true, statements, evidence, source, submission,
				Map.of());
	}

	/** What somebody says on a public page who typed an address of the person. */
	public static Declaration byVisitor(List<Statement> statements, Evidence evidence, String source,
			@Nullable UUID submission) {
		return new Declaration(Origin.SUBJECT, Actor.subject(), false, false, statements, evidence, source, submission,
				Map.of());
	}

	public static Declaration byOperator(Actor operator, List<Statement> statements, Evidence evidence) {
		return new Declaration(Origin.OPERATOR, operator, false, true, statements, evidence, null, null, Map.of());
	}

	/**
	 * What an operator confirms of what the person asked for: it is the person who comes
	 * back by it.
	 */
	public static Declaration byConfirmation(Actor operator, List<Statement> statements, Evidence evidence) {
		return new Declaration(Origin.OPERATOR, operator, true, true, statements, evidence, null, null, Map.of());
	}

	public static Declaration byApi(Actor token, boolean mayLift, List<Statement> statements, Evidence evidence,
			boolean own) {
		return new Declaration(Origin.API, token, own, mayLift, statements, evidence, token.name(), null, Map.of());
	}

	public static Declaration byImport(Actor actor, List<Statement> statements, Evidence evidence, String source,
			boolean own) {
		return new Declaration(Origin.IMPORT, actor, own, false, statements, evidence, source, null, Map.of());
	}

	public static Declaration bySystem(List<Statement> statements, Evidence evidence, @Nullable String source,
			@Nullable UUID submission) {
		return new Declaration(Origin.SYSTEM, Actor.system(), false, false, statements, evidence, source, submission,
				Map.of());
	}

	public boolean isByPerson() {
		return this.origin == Origin.SUBJECT && this.own;
	}

	/**
	 * Whether what others recorded is learnt by it to be the person's: surely, or as much
	 * as what somebody said on a page who typed their address.
	 * @param known whether what stands is surely the person's own
	 * @param theirs whether others end it only by right
	 */
	public boolean claims(boolean known, boolean theirs) {
		return (this.own && !known) || (this.origin == Origin.SUBJECT && !theirs);
	}

	boolean mayComeBack() {
		return this.own && (this.origin == Origin.SUBJECT || this.origin == Origin.OPERATOR);
	}

	/** The same by somebody who must not lift a person's own no, whatever proves it. */
	public Declaration withoutLift() {
		return new Declaration(this.origin, this.actor, this.own, false, this.statements, this.evidence, this.source,
				this.submission, this.shown);
	}

	/** The same with other proof. */
	public Declaration with(Evidence proof) {
		return new Declaration(this.origin, this.actor, this.own, this.mayLift, this.statements, proof, this.source,
				this.submission, this.shown);
	}

	/** The same about something else. */
	public Declaration stating(List<Statement> others) {
		return new Declaration(this.origin, this.actor, this.own, this.mayLift, others, this.evidence, this.source,
				this.submission, this.shown);
	}

	/**
	 * The same, guarded by what the form showed: a no that was not shown is never lifted.
	 */
	public Declaration shown(Map<Purpose, Choice> choices) {
		return new Declaration(this.origin, this.actor, this.own, this.mayLift, this.statements, this.evidence,
				this.source, this.submission, Map.copyOf(choices));
	}

}
