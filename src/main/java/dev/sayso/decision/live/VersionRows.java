package dev.sayso.decision.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.decision.editor.DecisionParts;
import dev.sayso.decision.editor.TierViews;
import dev.sayso.decision.editor.TiersView;
import dev.sayso.store.Version;

/**
 * The versions of a decision in a list, each with how it differs from the one before.
 */
@Component
class VersionRows {

	/** So many of them stand on the decision's own page. */
	private static final int FEW = 3;

	private final DecisionVersions versions;

	private final DecisionMessages messages;

	private final TierViews tiers;

	VersionRows(DecisionVersions versions, DecisionMessages messages, TierViews tiers) {
		this.versions = versions;
		this.messages = messages;
		this.tiers = tiers;
	}

	/**
	 * A version in the list.
	 *
	 * @param until when the next one replaced it, or the decision ended; null while it
	 * holds
	 * @param newest whether it was published last
	 * @param changes how it differs from the one before; empty for the first
	 */
	record Row(Version<DecisionContent> version, @Nullable Instant until, boolean newest, List<FieldChange> changes) {
	}

	/** The last of them, without their differences. */
	List<Row> newest(Decision decision) {
		List<Version<DecisionContent>> all = this.versions.list(decision.id());
		List<Row> rows = new ArrayList<>();
		Instant until = decision.completedAt();
		for (Version<DecisionContent> version : all.subList(0, Math.min(FEW, all.size()))) {
			rows.add(new Row(version, until, rows.isEmpty(), List.of()));
			until = version.createdAt();
		}
		return rows;
	}

	List<Row> all(Decision decision) {
		return this.versions.compare(decision.id(),
				(version, before) -> new Row(version, null, Integer.valueOf(version.number()).equals(decision.live()),
						before.map((earlier) -> this.messages.differences(parts(earlier), parts(version)))
							.orElseGet(List::of)));
	}

	/** How the draft differs from what was published last. */
	List<FieldChange> differences(LiveHeadView head) {
		Decision decision = head.decision();
		return head.differs()
				? this.messages.differences(parts(head.version()), DecisionParts.of(decision.name(), decision.draft()))
				: List.of();
	}

	/** What was shown to whom, placement by placement. */
	List<TiersView> ladders(Version<DecisionContent> version) {
		return this.tiers.view(version.content());
	}

	static Map<String, Object> parts(Version<DecisionContent> version) {
		return DecisionParts.of(version.name(), version.content());
	}

}
