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
		boolean becomesOwn = twiceNo && by.own() && !stands.own();
		if (stands != null && !becomesOwn && saidEarlier(statement, stands)) {
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
		}
		else if (choice(purpose) != Choice.NO || mayLift(statement, by, themself, stands)) {
			this.table.put(purpose, row);
		}
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
