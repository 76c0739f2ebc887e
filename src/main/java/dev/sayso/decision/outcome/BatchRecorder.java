package dev.sayso.decision.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.decision.DecisionResult;

/**
 * Keeps what a batch answered before anybody is told: of so many that are made at once,
 * most would find no room where single answers wait to be written.
 */
@Component
public class BatchRecorder {

	private final OutcomeRows rows;

	private final DecisionSettings settings;

	BatchRecorder(OutcomeRows rows, DecisionSettings settings) {
		this.rows = rows;
		this.settings = settings;
	}

	public void add(List<DecisionResult> answers, LocalDate today) {
		boolean keeps = this.settings.days() > 0;
		OutcomeTally tally = new OutcomeTally();
		List<StoredProposition> propositions = new ArrayList<>();
		for (DecisionResult result : answers) {
			for (DecisionResult.Proposition answer : result.propositions()) {
				StoredProposition proposition = StoredProposition.of(answer, result);
				tally.add(proposition, "decision", today);
				if (keeps) {
					propositions.add(proposition);
				}
			}
		}
		Map<OutcomeTally.Sum, Long> sums = tally.drain();
		this.rows.write(propositions, sums);
	}

}
