package dev.sayso.consent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.sayso.person.Origin;

/**
 * The rules of the say once more, in the plainest form, to hold the product's against:
 * each statement by itself, one after the other, on a table of what stands.
 */
final class RulesOfTheSay {

	private static final List<Purpose> CHANNELS = java.util.Arrays.stream(Purpose.values())
		.filter((purpose) -> purpose.channel().isPresent())
		.toList();

	/** What a no to any channel answered in the declaration. */
	private final java.util.Set<Purpose> answered = java.util.EnumSet.noneOf(Purpose.class);

	private Map<Purpose, Row> table = new EnumMap<>(Purpose.class);

	/** What stood before the declaration. */
	private Map<Purpose, Row> before = Map.of();

	/** What stands for a purpose. */
	record Row(Choice choice, Origin origin, boolean own, Instant saidAt) {

	}

	/** Somebody may not lift a person's own no. */
	private static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	/**
	 * Applies a declaration whole, or not at all.
	 * @return whether it was admitted
	 */
	boolean evaluate(Declaration by, Instant now) {
		this.before = new EnumMap<>(this.table);
		this.answered.clear();
		try {
			for (Statement statement : by.statements()) {
				if (statement.purpose() == Purpose.MARKETING_ANY) {
					evaluate(statement, by, now);
				}
			}
			for (boolean noes : new boolean[] { true, false }) {
				for (Statement statement : by.statements()) {
					if (statement.purpose() != Purpose.MARKETING_ANY && (statement.choice() == Choice.NO) == noes) {
						evaluate(statement, by, now);
					}
				}
			}
			return true;
		}
		catch (Refused ex) {
			this.table = new EnumMap<>(this.before);
			return false;
		}
	}

	Map<Purpose, Row> table() {
		return this.table;
	}

	private void evaluate(Statement statement, Declaration by, Instant now) {
		Purpose purpose = statement.purpose();
		Choice said = statement.choice();
		Instant saidAt = (statement.saidAt() != null) ? statement.saidAt() : now;
		boolean themself = by.origin() == Origin.SUBJECT && by.own();
		boolean channel = purpose.channel().isPresent();
		Row row = new Row(said, by.origin(), by.own(), saidAt);
		Row stands = this.table.get(purpose);
		boolean twiceNo = said == Choice.NO && stands != null && stands.choice() == Choice.NO;
		if (twiceNo && stands.saidAt().isAfter(saidAt)) {
			row = new Row(said, by.origin(), by.own(), stands.saidAt());
		}
		boolean becomesOwn = twiceNo && ((by.own() && !stands.own())
				|| (by.origin() == Origin.SUBJECT && !stands.own() && stands.origin() != Origin.SUBJECT));
		boolean outweighed = said == Choice.NO && stands != null && stands.choice() != Choice.YES
				&& stands.choice() != Choice.NO && !takenBackByThem(stands);
		if (stands != null && !becomesOwn && !outweighed && saidEarlier(statement, stands)) {
			return;
		}
		if (said != Choice.NO && this.answered.contains(purpose)) {
			return;
		}
		boolean stood = this.before.containsKey(Purpose.MARKETING_ANY)
				&& this.before.get(Purpose.MARKETING_ANY).choice() == Choice.NO;
		if (themself && channel && stood && choice(Purpose.MARKETING_ANY) == Choice.NO && said != Choice.NO
				&& said != Choice.PENDING) {
			comeBack(purpose, row);
		}
		else if (said == Choice.PENDING) {
			boolean free = choice(purpose) == Choice.UNKNOWN || choice(purpose) == Choice.DEFAULT_NO;
			boolean covered = channel && choice(Purpose.MARKETING_ANY) != Choice.UNKNOWN
					&& choice(Purpose.MARKETING_ANY) != Choice.DEFAULT_NO
					&& choice(Purpose.MARKETING_ANY) != Choice.PENDING;
			if (free && !covered) {
				this.table.put(purpose, row);
			}
		}
		else if (choice(purpose) == said) {
			if (becomesOwn || again(statement, stands)) {
				this.table.put(purpose, row);
			}
			boolean spoken = statement.saidAt() != null || by.origin() == Origin.SUBJECT
					|| (by.own() && by.origin() == Origin.API);
			if (becomesOwn || spoken) {
				answer(purpose, row, saidAt);
			}
		}
		else if (choice(purpose) != Choice.NO || mayLift(statement, by, themself, stands)) {
			this.table.put(purpose, row);
			answer(purpose, row, saidAt);
		}
	}

	/**
	 * A no to any channel ends each opt-in to one that was asked before.
	 */
	private void answer(Purpose purpose, Row row, Instant saidAt) {
		for (Purpose channel : (purpose == Purpose.MARKETING_ANY && row.choice() == Choice.NO) ? CHANNELS
				: List.<Purpose>of()) {
			Row pending = this.table.get(channel);
			if (pending != null && pending.choice() == Choice.PENDING && !pending.saidAt().isAfter(saidAt)) {
				this.table.put(channel, new Row(Choice.NO, row.origin(), row.own(), saidAt));
				this.answered.add(channel);
			}
		}
	}

	private static boolean takenBackByThem(Row stands) {
		return stands.choice() == Choice.UNKNOWN && stands.own() && stands.origin() == Origin.SUBJECT;
	}

	private static boolean again(Statement statement, Row stands) {
		return statement.saidAt() != null && stands != null && stands.choice() != Choice.PENDING
				&& stands.origin() != Origin.SUBJECT && !stands.own();
	}

	private void comeBack(Purpose chosen, Row row) {
		for (Purpose channel : CHANNELS) {
			if (channel != chosen && choice(channel) != Choice.NO) {
				this.table.put(channel, new Row(Choice.NO, row.origin(), row.own(), row.saidAt()));
			}
		}
		this.table.put(Purpose.MARKETING_ANY, new Row(Choice.UNKNOWN, row.origin(), row.own(), row.saidAt()));
		if (choice(chosen) != row.choice()) {
			this.table.put(chosen, row);
		}
	}

	private static boolean saidEarlier(Statement statement, Row stands) {
		Instant saidAt = statement.saidAt();
		if (saidAt == null) {
			return false;
		}
		boolean same = saidAt.equals(stands.saidAt()) && stands.choice() == statement.choice();
		boolean tie = saidAt.equals(stands.saidAt()) && stands.choice() == Choice.NO && statement.choice() != Choice.NO;
		return saidAt.isBefore(stands.saidAt()) || tie || same;
	}

	private static boolean mayLift(Statement statement, Declaration by, boolean themself, Row stands) {
		if (by.origin() == Origin.IMPORT) {
			return false;
		}
		if ((stands.origin() != Origin.SUBJECT && !stands.own()) || themself) {
			return true;
		}
		boolean proven = statement.reason() != null && (!stands.own() || !by.evidence().isEmpty());
		if (!by.mayLift() || !proven) {
			throw new Refused();
		}
		return true;
	}

	private Choice choice(Purpose purpose) {
		Row row = this.table.get(purpose);
		return (row != null) ? row.choice() : Choice.UNKNOWN;
	}

}
