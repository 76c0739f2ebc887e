package dev.sayso;

import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Profiles;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

import dev.sayso.contact.MarketingActions;
import dev.sayso.person.AttributesChanged;
import dev.sayso.shared.Settings;

/**
 * Empties the store before each test, so that tests may commit and share a context all
 * the same. The demo's store is left as it is.
 */
class EmptyStore implements BeforeEachCallback {

	/** Which tables have something in them, by store: their names stay the same. */
	private static final Map<DataSource, String> QUESTIONS = new ConcurrentHashMap<>();

	@Override
	public void beforeEach(ExtensionContext test) {
		ApplicationContext context = SpringExtension.getApplicationContext(test);
		if (context.getEnvironment().acceptsProfiles(Profiles.of("demo"))) {
			return;
		}
		JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
		List<String> filled = filled(jdbc);
		if (context.getEnvironment().getProperty("test.postgres", boolean.class, false)) {
			truncate(jdbc, filled);
		}
		else {
			delete(jdbc, filled);
		}
		context.publishEvent(new AttributesChanged());
		// actions of another test's store are remembered for a second
		context.getBeanProvider(MarketingActions.class)
			.ifAvailable((actions) -> ReflectionTestUtils.invokeMethod(actions, "renew"));
		context.getBean(Settings.class).set("store.kind", "real");
		context.getBean(Settings.class).set("consent.model", "opt-out");
	}

	/**
	 * The tables with something in them: to empty the rest would take most of the time.
	 */
	private static List<String> filled(JdbcTemplate jdbc) {
		return jdbc.queryForList(
				QUESTIONS.computeIfAbsent(Objects.requireNonNull(jdbc.getDataSource()), (store) -> question(jdbc)),
				String.class);
	}

	private static String question(JdbcTemplate jdbc) {
		return jdbc
			.queryForList("""
					select table_name from information_schema.tables
					where table_schema = 'public' and table_type = 'BASE TABLE'
						and table_name not in ('flyway_schema_history', 'live_catalogue', 'policy_catalogue')""",
					String.class)
			.stream()
			.map((table) -> "select '" + table + "' where exists (select 1 from " + table + ")")
			.collect(Collectors.joining(" union all "));
	}

	/** All at once: to commit each by itself takes most of the time. */
	private static void delete(JdbcTemplate jdbc, List<String> tables) {
		if (tables.isEmpty()) {
			return;
		}
		jdbc.execute("set referential_integrity false");
		jdbc.execute((ConnectionCallback<Boolean>) (connection) -> {
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				for (String table : tables) {
					statement.execute("delete from " + table);
				}
				connection.commit();
			}
			finally {
				connection.setAutoCommit(true);
			}
			return true;
		});
		jdbc.execute("set referential_integrity true");
	}

	/**
	 * What the test before left to be written may be on its way, and then goes first.
	 */
	private static void truncate(JdbcTemplate jdbc, List<String> tables) {
		for (int turn = 0; !tables.isEmpty(); turn++) {
			try {
				jdbc.execute("truncate " + String.join(", ", tables) + " cascade");
				return;
			}
			catch (PessimisticLockingFailureException ex) {
				if (turn == 5) {
					throw ex;
				}
			}
		}
	}

}
