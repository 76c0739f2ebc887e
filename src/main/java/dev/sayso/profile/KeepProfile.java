package dev.sayso.profile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.FieldChange;
import dev.sayso.consent.Choice;
import dev.sayso.consent.KeepSay;
import dev.sayso.consent.LastChange;
import dev.sayso.consent.SayChanged;
import dev.sayso.consent.StoreSay;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.StaleEdit;

/**
 * Creates and edits people, with the history of their details, and brings back the no
 * that was kept for an address they gain.
 */
@Component
public class KeepProfile {

	private final Profiles profiles;

	private final AttributeValues values;

	private final ProfileChanges changes;

	private final StoreSay store;

	private final KeepSay keepSay;

	private final SuppressedProfiles suppressed;

	private final Moments moments;

	KeepProfile(Profiles profiles, AttributeValues values, ProfileChanges changes, StoreSay store, KeepSay keepSay,
			SuppressedProfiles suppressed, Moments moments) {
		this.profiles = profiles;
		this.values = values;
		this.changes = changes;
		this.store = store;
		this.keepSay = keepSay;
		this.suppressed = suppressed;
		this.moments = moments;
	}

	/**
	 * The same act by another clock, within the caller's transaction: for what is laid
	 * after it happened.
	 */
	KeepProfile at(Moments then) {
		return new KeepProfile(this.profiles, this.values, this.changes, this.store, this.keepSay, this.suppressed,
				then);
	}

	/**
	 * Creates somebody.
	 * @param attributes values by attribute name, typed as {@link Attribute#parse} gives
	 * them
	 * @throws org.springframework.dao.DuplicateKeyException when the external id is taken
	 */
	@Transactional
	public Profile create(Details details, Map<String, Object> attributes, Editor by) {
		Instant now = this.moments.now();
		ProfileId id = ProfileId.random();
		Profile created = this.profiles.save(Profile.create(id, details, now, by.label()));
		this.values.add(id, attributes);
		this.store.open(id, new LastChange(now, by.origin(), by.label()));
		this.changes.add(id, by, FieldChange.between(Map.of(), all(details, attributes)), now);
		this.suppressed.add(id, this.keepSay.comeBack(id, created.addresses()));
		return created;
	}

	/**
	 * Edits somebody; where nothing differs nothing is written.
	 * @param seen the version the editor saw; null to edit whatever is there
	 * @param attributes the values that shall hold; null leaves them
	 * @throws StaleEdit when somebody else has edited since
	 */
	@Transactional
	public Profile edit(ProfileId id, @Nullable Integer seen, Details details, @Nullable Map<String, Object> attributes,
			Editor by) {
		Profile before = this.profiles.findById(id).orElseThrow(() -> new NotFound("profile " + id));
		if (seen != null && !seen.equals(before.version())) {
			throw new StaleEdit("profile " + id);
		}
		Map<String, Object> valuesBefore = this.values.of(id);
		Map<String, Object> valuesAfter = (attributes != null) ? attributes : valuesBefore;
		List<FieldChange> differences = FieldChange.between(all(before.details(), valuesBefore),
				all(details, valuesAfter));
		if (differences.isEmpty()) {
			return before;
		}
		Instant now = this.moments.now();
		Profile after = this.profiles.save(before.edit(details, now, by.label()));
		if (!valuesBefore.equals(valuesAfter)) {
			this.values.replace(id, valuesAfter);
		}
		this.store.touch(id, new LastChange(now, by.origin(), by.label()));
		this.changes.add(id, by, differences, now);
		this.suppressed.remove(id, gained(after, before).keySet());
		this.suppressed.add(id, this.keepSay.comeBack(id, gained(before, after)));
		return after;
	}

	/**
	 * Where a no is lifted by the rules, the addresses it was kept for are free with it.
	 */
	@EventListener
	void release(SayChanged changed) {
		boolean lifted = changed.keptNoes() && changed.entries()
			.stream()
			.anyMatch((entry) -> Choice.NO.value().equals(entry.before()) && !Choice.NO.value().equals(entry.after()));
		if (lifted) {
			this.profiles.findById(changed.profile())
				.ifPresent((profile) -> this.keepSay.release(profile.id(), profile.addresses()));
		}
	}

	private static Map<dev.sayso.shared.Channel, String> gained(Profile before, Profile after) {
		Map<dev.sayso.shared.Channel, String> gained = new java.util.EnumMap<>(dev.sayso.shared.Channel.class);
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
