package dev.sayso.decision;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.shared.Ids;
import dev.sayso.store.FourEyes;

/**
 * What to show to whom. What holds is the published version; editing makes a draft beside
 * it.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs and in the API, given once
 * @param draft what the next publication freezes
 * @param live the number of the version that holds; null before the first
 * @param completedAt since when it is over, and only its fallback shows; null before
 * @param archivedAt since when it is put away; null while it is in use
 * @param fourEyes who changed its draft last, and what waits for another than them
 */
public record Decision(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		DecisionContent draft, @Nullable Integer live, @Nullable Instant completedAt, @Nullable Instant archivedAt,
		Instant createdAt, Instant changedAt, String changedBy, FourEyes fourEyes) {

	/** One from before four eyes were kept has them of who changed it last. */
	public Decision {
		fourEyes = (fourEyes != null) ? fourEyes : FourEyes.of(changedBy, changedAt);
	}

	public enum Status {

		DRAFT, LIVE, COMPLETE, ARCHIVED

	}

	public static Decision create(String slug, String name, String description, DecisionContent draft, Instant now,
			String by) {
		return new Decision(Ids.next(), null, slug, name, description, draft, null, null, null, now, now, by,
				FourEyes.of(by, now));
	}

	public Decision edit(String renamed, String described, DecisionContent changed, Instant now, String by) {
		return new Decision(this.id, this.version, this.slug, renamed, described, changed, this.live, this.completedAt,
				this.archivedAt, this.createdAt, now, by, this.fourEyes);
	}

	/** The same with other eyes over it; who changed it last stays. */
	public Decision with(FourEyes eyes) {
		return new Decision(this.id, this.version, this.slug, this.name, this.description, this.draft, this.live,
				this.completedAt, this.archivedAt, this.createdAt, this.changedAt, this.changedBy, eyes);
	}

	public Decision publish(Instant now, String by) {
		return new Decision(this.id, this.version, this.slug, this.name, this.description, this.draft, next(), null,
				null, this.createdAt, now, by, this.fourEyes);
	}

	public Decision complete(Instant now, String by) {
		return new Decision(this.id, this.version, this.slug, this.name, this.description, this.draft, this.live, now,
				this.archivedAt, this.createdAt, now, by, this.fourEyes);
	}

	public Decision archive(boolean away, Instant now, String by) {
		return new Decision(this.id, this.version, this.slug, this.name, this.description, this.draft, this.live,
				this.completedAt, away ? now : null, this.createdAt, now, by, this.fourEyes);
	}

	public int next() {
		return (this.live != null) ? this.live + 1 : 1;
	}

	public Status status() {
		if (this.archivedAt != null) {
			return Status.ARCHIVED;
		}
		if (this.live == null) {
			return Status.DRAFT;
		}
		return (this.completedAt != null) ? Status.COMPLETE : Status.LIVE;
	}

}
