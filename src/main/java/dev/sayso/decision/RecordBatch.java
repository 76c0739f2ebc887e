package dev.sayso.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Keeps what a batch answered before anybody hears it: of so many that are made at once,
 * most would find no room where single answers wait to be written.
 */
@Component
public class RecordBatch {

	private final OutcomeRows rows;

	private final DecisionSettings settings;

	RecordBatch(OutcomeRows rows, DecisionSettings settings) {
		this.rows = rows;
		this.settings = settings;
	}

	public void add(List<Decided> answers, LocalDate today) {
		boolean keeps = this.settings.days() > 0;
		OutcomeTally tally = new OutcomeTally();
		List<Kept> kept = new ArrayList<>();
		for (Decided decided : answers) {
			for (Decided.Proposition one : decided.propositions()) {
				Kept proposition = Kept.of(one, decided);
				tally.add(proposition, "decision", today);
				if (keeps) {
					kept.add(proposition);
				}
			}
		}
		Map<OutcomeTally.Sum, Long> sums = tally.drain();
		this.rows.write(kept, sums);
	}

}
