package dev.sayso.decision.api;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sayso.decision.CandidateOutcome;

/**
 * What became of one offer that was considered, in words.
 *
 * @param offer its key
 * @param criterion which of the scope, from 1
 * @param collection its key; empty where the criterion has offers of its own
 * @param strategy the key of the selection strategy that says the criterion; absent where
 * none does
 * @param score what it is ranked by; absent where it did not come to that
 * @param detail a sentence
 * @param comparison because of which somebody is not meant; absent where it is something
 * else
 */
@Schema(name = "TraceStep")
public record TraceStep(String offer, String name, int criterion, String collection, @Nullable String strategy,
		CandidateOutcome outcome, @Nullable Number score, String detail, @Nullable Comparison comparison) {

	/**
	 * A comparison that failed, or that holds and must not.
	 *
	 * @param condition its JSON
	 * @param sentence the same as it is read
	 * @param known what is known of the person there; empty where nothing is
	 */
	@Schema(name = "Compared")
	record Comparison(Object condition, String sentence, List<Object> known) {

	}

}
