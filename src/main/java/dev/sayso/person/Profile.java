package dev.sayso.person;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * One person.
 *
 * @param version counts edits of the details, so that a stale one is seen
 * @param changedBy who edited the details last
 * @param bucket one of {@link #BUCKETS} that people are in at random, for samples
 */
public record Profile(@Id ProfileId id, @Version @Nullable Integer version,
		@Embedded(onEmpty = OnEmpty.USE_EMPTY) Details details, @Embedded(onEmpty = OnEmpty.USE_EMPTY) SearchKeys keys,
		Instant createdAt, Instant updatedAt, String changedBy, int bucket) {

	/** How many there are; a power of two, and in the store since the first profile. */
	public static final int BUCKETS = 1024;

	public static Profile create(ProfileId id, Details details, Instant now, String by) {
		return new Profile(id, null, details, SearchKeys.of(details), now, now, by,
				(int) (id.id().getLeastSignificantBits() & (BUCKETS - 1)));
	}

	Profile edit(Details edited, Instant now, String by) {
		return new Profile(this.id, this.version, edited, SearchKeys.of(edited), this.createdAt, now, by, this.bucket);
	}

	public String name() {
		return this.details.displayName();
	}

	public Map<Channel, String> addresses() {
		return this.keys.addresses(this.details);
	}

}
