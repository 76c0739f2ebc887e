package dev.sayso.decision;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sayso.profile.FindProfiles;
import dev.sayso.profile.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.Times;

/**
 * Works out what publishing a draft would change: for everybody, or where that takes too
 * long and was not asked for, for a sample, which says that it is one.
 */
@Component
class TakeImpact {

	/** How many drawers there are, and how many of them a sample takes. */
	private static final int DRAWERS = 1024;

	private static final int SAMPLE = 16;

	private final Decisions decisions;

	private final AssembleLive assemble;

	private final LiveCatalogue catalogue;

	private final ReadPeople read;

	private final FindProfiles find;

	private final Profiles profiles;

	private final Impacts impacts;

	private final Moments moments;

	private final Times times;

	private final Patience patience;

	/**
	 * When a sample has to do.
	 *
	 * @param few so many people are never sampled
	 * @param seconds how long everybody may take
	 */
	record Patience(long few, double seconds) {
	}

	@Autowired
	TakeImpact(Decisions decisions, AssembleLive assemble, LiveCatalogue catalogue, ReadPeople read, FindProfiles find,
			Profiles profiles, Impacts impacts, Moments moments, Times times) {
		this(decisions, assemble, catalogue, read, find, profiles, impacts, moments, times, new Patience(50_000, 10));
	}

	TakeImpact(Decisions decisions, AssembleLive assemble, LiveCatalogue catalogue, ReadPeople read, FindProfiles find,
			Profiles profiles, Impacts impacts, Moments moments, Times times, Patience patience) {
		this.decisions = decisions;
		this.assemble = assemble;
		this.catalogue = catalogue;
		this.read = read;
		this.find = find;
		this.profiles = profiles;
		this.impacts = impacts;
		this.moments = moments;
		this.times = times;
		this.patience = patience;
	}

	/**
	 * Notes that it is about to be worked out.
	 */
	Impact begin(Decision decision, boolean everybody, Actor by) {
		Impact begun = new Impact(Ids.next(), decision.id(), (decision.version() != null) ? decision.version() : 0,
				this.moments.now(), by.name(), everybody, this.profiles.count(), 0, this.moments.now(), null, null);
		this.impacts.add(begun);
		return begun;
	}

	/**
	 * Works it out.
	 * @param stopping whether it has to be let be
	 */
	void run(Impact impact, BooleanSupplier stopping) {
		Decision decision = this.decisions.findById(impact.decision())
			.orElseThrow(() -> new NotFound("decision " + impact.decision()));
		LiveDecision live = (decision.live() != null) ? this.catalogue.now().decision(decision.slug()) : null;
		CompareVersions compare = new CompareVersions(live, this.assemble.one(decision, 0, decision.draft()),
				this.moments.now());
		long begun = System.nanoTime();
		count(impact.id(), 0, SAMPLE, compare, stopping);
		double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
		boolean sampled = !impact.everybody() && impact.total() > this.patience.few()
				&& seconds * DRAWERS / SAMPLE > this.patience.seconds();
		if (!sampled) {
			count(impact.id(), SAMPLE, DRAWERS, compare, stopping);
		}
		this.impacts.complete(impact.id(), compare.result(sampled));
	}

	private void count(UUID id, int from, int to, CompareVersions compare, BooleanSupplier stopping) {
		LocalDate today = LocalDate.ofInstant(this.moments.now(), this.times.zone());
		ReadPeople.Wanted wanted = ReadPeople.Wanted.of(compare.scopes(), false, today);
		this.read.each((give) -> this.find.each(from, to, give), wanted, (block) -> {
			if (stopping.getAsBoolean()) {
				throw new CancellationException("stopping");
			}
			block.people().forEach((person) -> compare.add(person, block.counts().apply(ReadPeople.id(person))));
			this.impacts.progress(id, compare.people(), this.moments.now());
		});
	}

}
