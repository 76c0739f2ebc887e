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
		Map<Purpose, Row> before = new EnumMap<>(this.table);
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
			this.table = before;
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
		boolean noToAny = purpose.channel().isPresent() && choice(Purpose.MARKETING_ANY) == Choice.NO;
		Row row = new Row(said, by.origin(), themself, saidAt);
		Row stands = this.table.get(purpose);
		if (stands != null && saidEarlier(statement, stands)) {
			return;
		}
		if (themself && noToAny && said != Choice.NO) {
			comeBack(purpose, row);
		}
		else if (said == Choice.PENDING) {
			if (!noToAny && (choice(purpose) == Choice.UNKNOWN || choice(purpose) == Choice.DEFAULT_NO)) {
				this.table.put(purpose, row);
			}
		}
		else if (choice(purpose) == said) {
			boolean own = said == Choice.NO && themself && stands != null && !stands.own();
			boolean again = statement.saidAt() != null && stands != null && stands.origin() != Origin.SUBJECT;
			if (own || again) {
				this.table.put(purpose, row);
			}
		}
		else if (choice(purpose) != Choice.NO || mayLift(statement, by, themself, stands)) {
			this.table.put(purpose, row);
		}
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
		if (stands.origin() != Origin.SUBJECT || themself) {
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
