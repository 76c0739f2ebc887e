package dev.sayso.person;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.StaleEditException;
import dev.sayso.store.DiskSpace;
import dev.sayso.store.LowDiskException;

/**
 * Creates people and changes their details and attributes, and keeps the history of both.
 * Who depends on an address hears of it in the same transaction.
 */
@Component
public class ProfileManagement {

	private final Profiles profiles;

	private final AttributeValues values;

	private final DetailsHistory changes;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final DiskSpace disk;

	ProfileManagement(Profiles profiles, AttributeValues values, DetailsHistory changes,
			ApplicationEventPublisher events, Clock clock, DiskSpace disk) {
		this.disk = disk;
		this.profiles = profiles;
		this.values = values;
		this.changes = changes;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Creates somebody.
	 * @param attributes values by attribute name, typed as {@link Attribute#parse} gives
	 * them
	 * @throws org.springframework.dao.DuplicateKeyException when the external id is taken
	 * @throws LowDiskException when there is room for noes alone
	 */
	@Transactional
	public Profile create(Details details, Map<String, Object> attributes, ProfileEditor by) {
		return create(details, attributes, by, this.clock.instant());
	}

	/** The same for what is told after it happened. */
	@Transactional
	public Profile create(Details details, Map<String, Object> attributes, ProfileEditor by, Instant now) {
		refuseIfLow();
		ProfileId id = ProfileId.random();
		Profile created = this.profiles.save(Profile.create(id, details, now, by.label()));
		this.values.add(id, attributes);
		this.changes.add(id, by, FieldChange.between(Map.of(), all(details, attributes)), now);
		this.events.publishEvent(new ProfileSaved(id, true, created.addresses(), Map.of(), by, now));
		return created;
	}

	/**
	 * Edits somebody; where nothing differs nothing is written.
	 * @param seen the version the editor saw; null to edit whatever is there
	 * @param attributes the values that shall hold; null leaves them
	 * @throws StaleEditException when somebody else has edited since
	 * @throws LowDiskException when there is room for noes alone
	 */
	@Transactional
	public Profile edit(ProfileId id, @Nullable Integer seen, Details details, @Nullable Map<String, Object> attributes,
			ProfileEditor by) {
		Profile before = this.profiles.get(id);
		if (seen != null && !seen.equals(before.version())) {
			throw new StaleEditException("profile " + id);
		}
		Map<String, Object> valuesBefore = this.values.find(id);
		Map<String, Object> valuesAfter = (attributes != null) ? attributes : valuesBefore;
		List<FieldChange> differences = FieldChange.between(all(before.details(), valuesBefore),
				all(details, valuesAfter));
		if (differences.isEmpty()) {
			return before;
		}
		refuseIfLow();
		Instant now = this.clock.instant();
		Profile after = this.profiles.save(before.edit(details, now, by.label()));
		if (!valuesBefore.equals(valuesAfter)) {
			this.values.replace(id, valuesAfter);
		}
		this.changes.add(id, by, differences, now);
		this.events.publishEvent(new ProfileSaved(id, false, gained(before, after), gained(after, before), by, now));
		return after;
	}

	private void refuseIfLow() {
		if (this.disk.isLow()) {
			throw new LowDiskException();
		}
	}

	private static Map<Channel, String> gained(Profile before, Profile after) {
		Map<Channel, String> gained = new EnumMap<>(Channel.class);
		gained.putAll(after.addresses());
		before.addresses().forEach(gained::remove);
		return gained;
	}

	private static Map<String, Object> all(Details details, Map<String, Object> attributes) {
		Map<String, Object> fields = new LinkedHashMap<>(details.fields());
		attributes.forEach((name, value) -> fields.put("attributes." + name, value));
		return fields;
	}

}
