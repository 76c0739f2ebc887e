package dev.sayso.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;

/**
 * Evaluates one declaration against what is said already: the rules of the say, in one
 * place.
 */
final class SayRules {

	private final Map<Purpose, Consent> consents;

	private final Declaration declaration;

	private final Instant now;

	private final Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);

	private final Map<Purpose, SayEvaluation.Change> changes = new EnumMap<>(Purpose.class);

	private final List<Statement> waiting = new ArrayList<>();

	private final List<Statement> noes = new ArrayList<>();

	/** What was pending until a no to any channel. */
	private final Set<Purpose> answered = EnumSet.noneOf(Purpose.class);

	private final RefusalRules refusals;

	SayRules(Map<Purpose, Consent> consents, Declaration declaration, Instant now) {
		this.consents = consents;
		this.declaration = declaration;
		this.now = now;
		this.refusals = new RefusalRules(consents, declaration);
		consents.forEach((purpose, consent) -> this.choices.put(purpose, consent.choice()));
	}

	SayEvaluation evaluate() {
		this.declaration.statements().stream().sorted(Comparator.comparingInt(SayRules::turn)).forEach(this::evaluate);
		this.refusals.refuse();
		return new SayEvaluation(List.copyOf(this.changes.values()), List.copyOf(this.waiting), List.copyOf(this.noes));
	}

	/** Any channel speaks first, then the noes, so that an opt-in finds them said. */
	private static int turn(Statement statement) {
		if (statement.purpose() == Purpose.MARKETING_ANY) {
			return 0;
		}
		return (statement.choice() == Choice.NO) ? 1 : 2;
	}

	private void evaluate(Statement statement) {
		if (isOutdated(statement) || isContradicted(statement)) {
			return;
		}
		if (comesBack(statement)) {
			narrow(statement);
		}
		else if (repeats(statement)) {
			sayAgain(statement);
		}
		else if (!waits(statement) && this.refusals.admits(statement)) {
			change(statement.purpose(), statement.choice(), statement);
		}
	}

	/**
	 * What was said before the say that stands changes nothing; at the same instant a no
	 * wins. That a no was the person's own is never too late to learn, nor a no of which
	 * nothing that the person said since is known.
	 */
	private boolean isOutdated(Statement statement) {
		Consent consent = this.consents.get(statement.purpose());
		if (consent == null || statement.saidAt() == null) {
			return false;
		}
		int order = statement.saidAt().compareTo(consent.saidAt());
		if (statement.choice() == Choice.NO) {
			return order < 0 && !becomesTheirs(consent) && consent.outweighsOlderNo();
		}
		return order < 0 || (order == 0 && consent.choice() == Choice.NO);
	}

	/**
	 * What is said beside a no to the same purpose, or to any channel where that answered
	 * an opt-in to this one; unless it is an opt-in of later.
	 */
	private boolean isContradicted(Statement statement) {
		boolean optIn = statement.choice() == Choice.YES || statement.choice() == Choice.PENDING;
		boolean answered = this.answered.contains(statement.purpose());
		return statement.choice() != Choice.NO && this.declaration.statements()
			.stream()
			.filter((beside) -> beside.choice() == Choice.NO && (beside.purpose() == statement.purpose()
					|| (answered && beside.purpose() == Purpose.MARKETING_ANY)))
			.anyMatch((beside) -> !(optIn && said(statement).isAfter(said(beside))));
	}

	private Instant said(Statement statement) {
		return (statement.saidAt() != null) ? statement.saidAt() : this.now;
	}

	private boolean repeats(Statement statement) {
		Consent consent = this.consents.get(statement.purpose());
		if (choice(statement.purpose()) != statement.choice()) {
			return false;
		}
		return consent == null || this.changes.containsKey(statement.purpose())
				|| !(becomesTheirs(consent) || isSaidAgain(statement, consent));
	}

	private boolean becomesTheirs(Consent consent) {
		return consent.choice() == Choice.NO && this.declaration.claims(consent.own(), consent.isTheirs());
	}

	/**
	 * A no that the person says once more answers what waits, though it changes nothing;
	 * what systems and files merely bring again does not.
	 */
	private void sayAgain(Statement statement) {
		boolean spoken = statement.saidAt() != null || this.declaration.origin() == Origin.SUBJECT
				|| (this.declaration.own() && this.declaration.origin() != Origin.IMPORT);
		if (statement.choice() == Choice.NO && spoken) {
			refuse(statement.purpose(), statement);
		}
	}

	/**
	 * A no answers the opt-ins that were asked before it: what waits beside the say, and
	 * where it is one to any channel what stands as pending for one of them.
	 */
	private void refuse(Purpose purpose, Statement by) {
		this.noes.add(new Statement(purpose, Choice.NO, said(by), by.reason()));
		if (purpose == Purpose.MARKETING_ANY) {
			this.consents.values()
				.stream()
				.filter((consent) -> consent.purpose().channel().isPresent()
						&& choice(consent.purpose()) == Choice.PENDING && !consent.saidAt().isAfter(said(by)))
				.forEach((consent) -> {
					this.answered.add(consent.purpose());
					change(consent.purpose(), Choice.NO, by);
				});
		}
	}

	/**
	 * Said once more at a later time, so that what comes in late and was said in between
	 * does not count; what the person said themself stays theirs.
	 */
	private static boolean isSaidAgain(Statement statement, Consent consent) {
		return statement.saidAt() != null && statement.saidAt().isAfter(consent.saidAt())
				&& consent.choice() != Choice.PENDING && !consent.isTheirs();
	}

	/**
	 * An unconfirmed opt-in replaces neither a yes nor a no, be it of the channel or of
	 * any: it waits beside it.
	 */
	private boolean waits(Statement statement) {
		if (statement.choice() != Choice.PENDING || (isFree(statement.purpose())
				&& (statement.purpose().channel().isEmpty() || isFree(Purpose.MARKETING_ANY)))) {
			return false;
		}
		if (this.declaration.origin() != Origin.IMPORT) {
			this.waiting.add(statement);
		}
		return true;
	}

	private boolean isFree(Purpose purpose) {
		Choice before = choice(purpose);
		return before == Choice.UNKNOWN || before == Choice.DEFAULT_NO
				|| (before == Choice.PENDING && purpose == Purpose.MARKETING_ANY);
	}

	/** Not who says no to any channel and yes to one at the same moment: the no wins. */
	private boolean comesBack(Statement statement) {
		Consent any = this.consents.get(Purpose.MARKETING_ANY);
		return this.declaration.mayComeBack() && statement.purpose().channel().isPresent()
				&& statement.choice() != Choice.NO && statement.choice() != Choice.PENDING && any != null
				&& any.choice() == Choice.NO && choice(Purpose.MARKETING_ANY) == Choice.NO
				&& this.refusals.admitsReturn(statement);
	}

	/**
	 * Who said no to everything and comes back to one channel says no to each other one:
	 * nobody is locked out by their own no, and nothing else is opened.
	 */
	private void narrow(Statement statement) {
		Arrays.stream(Purpose.values())
			.filter((purpose) -> purpose.channel().isPresent() && purpose != statement.purpose())
			.filter((purpose) -> choice(purpose) != Choice.NO)
			.forEach((purpose) -> change(purpose, Choice.NO, statement));
		change(Purpose.MARKETING_ANY, Choice.UNKNOWN, statement);
		boolean onlyUncovers = statement.choice() == Choice.UNKNOWN && choice(statement.purpose()) != Choice.NO;
		if (!onlyUncovers && choice(statement.purpose()) != statement.choice()) {
			change(statement.purpose(), statement.choice(), statement);
		}
	}

	private void change(Purpose purpose, Choice after, Statement by) {
		Consent consent = this.consents.get(purpose);
		Choice before = (consent != null) ? consent.choice() : null;
		this.choices.put(purpose, after);
		this.changes.put(purpose,
				new SayEvaluation.Change(purpose, before, after, saidAt(consent, after, by), by.reason()));
		if (after == Choice.NO) {
			refuse(purpose, by);
		}
	}

	/** A no that is said again stands since it was said last. */
	private Instant saidAt(@Nullable Consent consent, Choice after, Statement by) {
		Instant said = said(by);
		boolean again = consent != null && consent.choice() == Choice.NO && after == Choice.NO;
		return (again && consent.saidAt().isAfter(said)) ? consent.saidAt() : said;
	}

	private Choice choice(Purpose purpose) {
		return this.choices.getOrDefault(purpose, Choice.UNKNOWN);
	}

}
