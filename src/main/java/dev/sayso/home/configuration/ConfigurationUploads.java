package dev.sayso.home.configuration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * Files that were uploaded in the console and wait to be applied, a day at most: whoever
 * applies one has seen what it does, and needs not choose it again.
 */
@Component
class ConfigurationUploads {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final JdbcClient jdbc;

	private final ApplyConfiguration apply;

	private final Clock clock;

	ConfigurationUploads(JdbcClient jdbc, ApplyConfiguration apply, Clock clock) {
		this.jdbc = jdbc;
		this.apply = apply;
		this.clock = clock;
	}

	/**
	 * Keeps a file with what it would do.
	 * @throws dev.sayso.shared.api.ProblemException when it is no JSON
	 */
	UUID add(String fileName, byte[] content, boolean prune, Actor by) throws IOException {
		Instant now = this.clock.instant();
		ConfigurationUpload.Outcome outcome = look(content, prune, by);
		UUID id = Ids.next();
		this.jdbc.sql("delete from configuration_upload where created_at < ?")
			.param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("""
				insert into configuration_upload (id, file_name, content, prune, outcome, created_at, created_by)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(id, fileName, content, prune, MAPPER.writeValueAsBytes(outcome), now.atOffset(ZoneOffset.UTC),
					by.name())
			.update();
		return id;
	}

	private ConfigurationUpload.Outcome look(byte[] content, boolean prune, Actor by) throws IOException {
		try (ConfigurationFile file = ConfigurationFile.of(new ByteArrayInputStream(content))) {
			return new ConfigurationUpload.Outcome(
					this.apply.apply(file, new ApplyConfiguration.Mode(true, prune, null), by).changes(), List.of());
		}
		catch (RefusedConfigurationException ex) {
			return new ConfigurationUpload.Outcome(List.of(), ex.refusals());
		}
	}

	/**
	 * @throws NotFoundException when it was applied, discarded or is too old
	 */
	ConfigurationUpload get(String id) {
		return Ids.parse(id)
			.flatMap((key) -> this.jdbc.sql("""
					select id, file_name, prune, outcome, created_at, created_by
					from configuration_upload where id = ?""")
				.param(key)
				.query((row, number) -> new ConfigurationUpload(row.getObject("id", UUID.class),
						row.getString("file_name"), row.getBoolean("prune"),
						MAPPER.readValue(row.getBytes("outcome"), ConfigurationUpload.Outcome.class),
						row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("created_by")))
				.optional())
			.orElseThrow(() -> new NotFoundException("configuration upload " + id));
	}

	/**
	 * Takes a file if it still does what was shown; else what it does now is shown next.
	 * @return whether it was taken
	 */
	boolean apply(ConfigurationUpload upload, Actor by) throws IOException {
		byte[] content = this.jdbc.sql("select content from configuration_upload where id = ?")
			.param(upload.id())
			.query((row, number) -> row.getBytes(1))
			.single();
		ConfigurationUpload.Outcome now;
		try (ConfigurationFile file = ConfigurationFile.of(new ByteArrayInputStream(content))) {
			ApplyConfiguration.Mode mode = new ApplyConfiguration.Mode(false, upload.prune(),
					upload.outcome().changes());
			ApplyConfiguration.Result result = this.apply.apply(file, mode, by);
			if (result.applied()) {
				discard(upload);
				return true;
			}
			now = new ConfigurationUpload.Outcome(result.changes(), List.of());
		}
		catch (RefusedConfigurationException ex) {
			now = new ConfigurationUpload.Outcome(List.of(), ex.refusals());
		}
		this.jdbc.sql("update configuration_upload set outcome = ? where id = ?")
			.params(MAPPER.writeValueAsBytes(now), upload.id())
			.update();
		return false;
	}

	/** A condition in a file may name somebody; it is uploaded again if it is needed. */
	@EventListener
	void forget(ProfileErased erased) {
		this.jdbc.sql("delete from configuration_upload").update();
	}

	void discard(ConfigurationUpload upload) {
		this.jdbc.sql("delete from configuration_upload where id = ?").param(upload.id()).update();
	}

}
