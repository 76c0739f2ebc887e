package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * The decisions in the configuration file. One that the file calls live is reviewed and
 * published as the file has it; the draft beside it stays a draft. Under four eyes it
 * waits as the draft until another publishes it.
 */
@Component
@Order(80)
class DecisionsPart implements ConfigurationPart<DecisionItem> {

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final DecisionManagement management;

	private final DecisionFourEyes fourEyes;

	private final DecisionItemFaults itemFaults;

	DecisionsPart(Decisions decisions, DecisionVersions versions, DecisionManagement management,
			DecisionFourEyes fourEyes, DecisionItemFaults itemFaults) {
		this.decisions = decisions;
		this.versions = versions;
		this.management = management;
		this.fourEyes = fourEyes;
		this.itemFaults = itemFaults;
	}

	@Override
	public String kind() {
		return "decisions";
	}

	@Override
	public Class<DecisionItem> type() {
		return DecisionItem.class;
	}

	@Override
	public Stream<DecisionItem> items() {
		return this.decisions.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Decision::slug))
			.map(this::item);
	}

	@Override
	public Optional<DecisionItem> find(String key) {
		return this.decisions.findBySlug(key).map(this::item);
	}

	/** What is archived answers nobody: of that the draft is all there is to tell. */
	private DecisionItem item(Decision decision) {
		if (decision.archivedAt() != null) {
			return DecisionItem.of(decision, decision.name(), decision.draft(), null);
		}
		DecisionItem draft = DecisionItem.of(decision.name(), decision.draft());
		return this.versions.find(decision.id(), decision.live()).map((published) -> {
			boolean same = DecisionItem.of(published.name(), published.content()).equals(draft);
			return DecisionItem.of(decision, published.name(), published.content(), same ? null : draft);
		}).orElseGet(() -> DecisionItem.of(decision, decision.name(), decision.draft(), null));
	}

	@Override
	public List<Fault> faults(DecisionItem written) {
		List<Fault> faults = new ArrayList<>(Item.faults(written.key(), written.name()));
		if ("new".equals(written.key())) {
			faults.add(new Fault("/key", "is no key"));
		}
		if (written.status() != null && !Set.of("draft", "live", "complete", "archived").contains(written.status())) {
			faults.add(new Fault("/status", UNKNOWN));
		}
		faults.addAll(written.faults(""));
		if (written.draft() != null) {
			Item.faults("any", written.draft().name()).forEach((fault) -> faults.add(fault.within("/draft")));
			faults.addAll(written.draft().faults("/draft"));
			if (written.draft().key() != null || written.draft().draft() != null || written.draft().status() != null
					|| written.draft().description() != null || written.draft().fourEyes() != null) {
				faults.add(new Fault("/draft", "has only what a publication freezes"));
			}
		}
		return faults;
	}

	@Override
	public DecisionItem apply(DecisionItem written, @Nullable DecisionItem before, Actor by) {
		written.refuseRelease(before);
		DecisionItem shown = content(written);
		DecisionItem drafted = (written.draft() != null) ? content(written.draft()) : shown;
		if (before != null && isSame(written, shown, drafted, before)) {
			return before;
		}
		Decision decision = this.decisions.findBySlug(Objects.requireNonNull(written.key())).orElse(null);
		String status = Objects.requireNonNullElse(written.status(), "");
		if (decision != null && decision.archivedAt() != null && !status.isEmpty() && !status.equals("archived")) {
			decision = this.management.archive(decision.id(), false, version(decision), by);
		}
		if (goesLive(status) && !(before != null && status.equals(before.status()) && shown.equals(content(before)))) {
			decision = watch(save(decision, written, written, "", by), written, by);
			if (!decision.fourEyes().lets(by)) {
				return ask(decision, written, by);
			}
			decision = publish(decision, written, by);
			if (status.equals("complete")) {
				decision = this.management.complete(decision.id(), version(decision), by);
			}
		}
		decision = watch(save(decision, written, (written.draft() != null) ? written.draft() : written,
				(written.draft() != null) ? "/draft" : "", by), written, by);
		if (status.equals("archived")) {
			this.management.archive(decision.id(), true, version(decision), by);
		}
		return find(decision.slug()).orElseThrow();
	}

	private Decision watch(Decision decision, DecisionItem written, Actor by) {
		return (written.requiresFourEyes() && !decision.fourEyes().required())
				? this.fourEyes.require(decision.id(), version(decision), by) : decision;
	}

	/**
	 * What another has to publish is drafted and asked for, also where nothing was live
	 * before.
	 */
	@Override
	public boolean waits(DecisionItem written, DecisionItem after) {
		String status = Objects.requireNonNullElse(written.status(), "");
		return goesLive(status) && after.fourEyes() != null
				&& !(status.equals(after.status()) && content(written).equals(content(after)));
	}

	private static boolean goesLive(String status) {
		return status.equals("live") || status.equals("complete");
	}

	/** Whether the store has all that the file says already. */
	private static boolean isSame(DecisionItem written, DecisionItem shown, DecisionItem drafted, DecisionItem before) {
		boolean described = written.description() == null || written.description().equals(before.description());
		boolean drawn = drafted.equals(content((before.draft() != null) ? before.draft() : before));
		String status = Objects.requireNonNullElse(written.status(), "");
		boolean stands = status.isEmpty() || status.equals(before.status())
				|| (status.equals("draft") && !"archived".equals(before.status()));
		return described && written.isWatchedAs(before) && drawn && stands
				&& (!goesLive(status) || shown.equals(content(before)));
	}

	private static DecisionItem content(DecisionItem item) {
		return DecisionItem.of(Objects.requireNonNull(item.name()).strip(), item.content());
	}

	private Decision save(@Nullable Decision decision, DecisionItem whole, DecisionItem written, String at, Actor by) {
		String name = Objects.requireNonNull(written.name()).strip();
		String description = (whole.description() != null) ? whole.description()
				: (decision != null) ? decision.description() : "";
		if (decision != null && decision.description().equals(description)
				&& DecisionItem.of(decision.name(), decision.draft()).equals(content(written))) {
			return decision;
		}
		refuse(this.itemFaults.find(written, at));
		return (decision == null)
				? this.management.create(Objects.requireNonNull(whole.key()), name, description, written.content(), by)
				: this.management.edit(decision.id(), version(decision), name, description, written.content(), by);
	}

	/**
	 * Under four eyes the file's sender asks another to publish it: what is to go live
	 * waits as the draft.
	 */
	private DecisionItem ask(Decision decision, DecisionItem written, Actor by) {
		refuse(this.itemFaults.review(decision, written));
		this.fourEyes.request(decision.id(), version(decision), by);
		return find(decision.slug()).orElseThrow();
	}

	private Decision publish(Decision decision, DecisionItem written, Actor by) {
		refuse(this.itemFaults.review(decision, written));
		return this.management.publish(decision.id(), version(decision), by);
	}

	private static void refuse(List<Fault> faults) {
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
	}

	private static int version(Decision decision) {
		return Objects.requireNonNull(decision.version());
	}

	@Override
	public boolean prune(DecisionItem unnamed, Actor by) {
		Decision decision = this.decisions.get(Objects.requireNonNull(unnamed.key()));
		return decision.archivedAt() == null
				&& this.management.archive(decision.id(), true, version(decision), by).archivedAt() != null;
	}

}
