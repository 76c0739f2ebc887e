package dev.sayso.decision.outcome;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.api.ProblemException;

@RestController
@Tag(name = "Decisions")
class OutcomesApi {

	/** For so many days one may ask. */
	private static final int MOST_DAYS = 400;

	private static final int USUAL_DAYS = 30;

	private final Decisions decisions;

	private final Outcomes outcomes;

	OutcomesApi(Decisions decisions, Outcomes outcomes) {
		this.decisions = decisions;
		this.outcomes = outcomes;
	}

	@Schema(name = "Outcomes")
	record OutcomesDocument(String decision, LocalDate from, LocalDate to, List<OutcomeDocument> outcomes) {
	}

	@Schema(name = "Outcome")
	record OutcomeDocument(LocalDate day, String placement, @Schema(
			description = "The key of the offer or of the fallback; absent where nothing showed.") @Nullable String offer,
			DecisionReason reason, long decisions, long displays, long clicks) {

		static OutcomeDocument of(Outcomes.Row row) {
			return new OutcomeDocument(row.day(), row.placement(), row.offer().isEmpty() ? null : row.offer(),
					row.reason(), row.decisions(), row.displays(), row.clicks());
		}

	}

	@GetMapping(path = "/api/v1/decisions/{id}/outcomes", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listOutcomes",
			summary = "How often a decision was taken, displayed and clicked, by day, placement and offer",
			description = "Days are those of the deployment's time zone; both ends are in. Where one answer shows several"
					+ " offers, it counts for each of them.")
	OutcomesDocument outcomes(@PathVariable String id,
			@Parameter(description = "The first day; 30 days back unless told.") @RequestParam @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@Parameter(description = "The last day; today unless told.") @RequestParam @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
		Decision decision = this.decisions.get(id);
		LocalDate last = (to != null) ? to : this.outcomes.today();
		LocalDate first = (from != null) ? from : last.minusDays(USUAL_DAYS - 1L);
		if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST,
					"from and to are days of at most " + MOST_DAYS + " days in a row.");
		}
		return new OutcomesDocument(decision.slug(), first, last,
				this.outcomes.list(decision.id(), first, last).stream().map(OutcomeDocument::of).toList());
	}

}
