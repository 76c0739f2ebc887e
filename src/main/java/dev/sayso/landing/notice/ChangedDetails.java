package dev.sayso.landing.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.landing.PageBlock;
import dev.sayso.landing.Submission;
import dev.sayso.landing.visit.FormDetails;
import dev.sayso.landing.visit.FormFaults;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Attributes;
import dev.sayso.person.Details;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Details and attributes that forms by personal links changed, with what they were
 * before, for as long as that can be undone.
 */
@Component
class ChangedDetails {

	private static final Logger log = LoggerFactory.getLogger(ChangedDetails.class);

	private static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Profiles profiles;

	private final ProfileManagement management;

	private final FormDetails formDetails;

	private final Attributes attributes;

	private final AttributeValues values;

	private final Clock clock;

	ChangedDetails(JdbcClient jdbc, JsonMapper json, Profiles profiles, ProfileManagement management,
			FormDetails formDetails, Attributes attributes, AttributeValues values, Clock clock) {
		this.attributes = attributes;
		this.values = values;
		this.jdbc = jdbc;
		this.json = json;
		this.profiles = profiles;
		this.management = management;
		this.formDetails = formDetails;
		this.clock = clock;
	}

	/** One of them; what is not there is an empty text. */
	record Change(String before, String after) {

	}

	/**
	 * The details that a form changed, and the attributes that its page asks about, by
	 * the names of their fields.
	 */
	Map<String, Change> differing(Submission.ChoicesChanged changed, Details after) {
		Map<String, Change> changes = new TreeMap<>();
		Map<String, Object> was = changed.before().details().fields();
		Map<String, Object> is = after.fields();
		was.forEach((name, value) -> put(changes, name, value, is.get(name)));
		is.forEach((name, value) -> put(changes, name, was.get(name), value));
		List<String> asked = changed.page()
			.blocks()
			.fields()
			.stream()
			.filter((name) -> name.startsWith(PageBlock.ATTRIBUTE))
			.toList();
		Map<String, Object> values = asked.isEmpty() ? Map.of() : this.values.find(changed.before().id());
		asked.forEach(
				(name) -> put(changes, name, changed.attributes().get(attribute(name)), values.get(attribute(name))));
		return changes;
	}

	private static String attribute(String field) {
		return field.substring(PageBlock.ATTRIBUTE.length());
	}

	private static void put(Map<String, Change> changes, String name, @Nullable Object before, @Nullable Object after) {
		if (!Objects.equals(before, after)) {
			changes.put(name, new Change(Objects.toString(before, ""), Objects.toString(after, "")));
		}
	}

	/** Looks every hour; what fails is tried again. */
	@Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		try {
			this.jdbc.sql("delete from changed_details where changed_at < ?")
				.param(this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (DataAccessException ex) {
			log.debug("Old details are forgotten later: {}", ex.getClass().getSimpleName());
		}
	}

	void add(UUID submission, ProfileId profile, Map<String, Change> changes) {
		this.jdbc.sql("insert into changed_details (submission_id, profile_id, changed_at, fields) values (?, ?, ?, ?)")
			.params(submission, profile.id(), this.clock.instant().atOffset(ZoneOffset.UTC),
					this.json.writeValueAsString(changes))
			.update();
	}

	Map<String, Change> find(UUID submission) {
		return this.jdbc.sql("select fields from changed_details where submission_id = ?")
			.param(submission)
			.query(String.class)
			.optional()
			.map((fields) -> this.json.readValue(fields, new TypeReference<Map<String, Change>>() {
			}))
			.orElse(Map.of());
	}

	/** Whether those of a form were undone. */
	boolean isUndone(UUID submission) {
		return this.jdbc.sql("select count(*) from changed_details where submission_id = ? and fields = '{}'")
			.param(submission)
			.query(Integer.class)
			.single() > 0;
	}

	/** Puts back what nobody changed since; what cannot be taken any more stays. */
	@Transactional
	public void undo(UUID submission, ProfileId profile, ProfileEditor by) {
		Details current = this.profiles.get(profile).details();
		Map<String, Object> values = new HashMap<>(this.values.find(profile));
		Map<String, String> back = new HashMap<>();
		find(submission).forEach((name, change) -> {
			boolean attribute = name.startsWith(PageBlock.ATTRIBUTE);
			Object stands = attribute ? values.get(attribute(name)) : current.fields().get(name);
			if (!Objects.toString(stands, "").equals(change.after())) {
				return;
			}
			if (attribute) {
				restore(values, attribute(name), change.before());
			}
			else {
				back.put(name, change.before());
			}
		});
		this.management.edit(profile, null, restored(current, back), values, by);
		this.jdbc.sql("update changed_details set fields = '{}' where submission_id = ?").param(submission).update();
	}

	private void restore(Map<String, Object> values, String name, String before) {
		if (before.isEmpty()) {
			values.remove(name);
			return;
		}
		this.attributes.findByName(name)
			.map((attribute) -> attribute.parse(before))
			.ifPresent((value) -> values.put(name, value));
	}

	private Details restored(Details current, Map<String, String> back) {
		try {
			return this.formDetails.with(current, back);
		}
		catch (FormFaults ex) {
			return current; // such as a number of a country that is not theirs any more
		}
	}

}
