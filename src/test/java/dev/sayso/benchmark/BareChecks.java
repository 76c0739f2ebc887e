package dev.sayso.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The rows that verdicts depend on, read and answered as they stand: of one person by
 * name, and of everybody from a cursor.
 */
@Controller
@Profile("bare")
class BareChecks {

	private static final String COLUMNS = """
			select p.id, p.external_id, p.email_key, c.purpose, c.choice, c.since, c.said_at, c.origin, c.own, c.actor_name,
				c.reason, c.source, c.ledger_id, u.ends_at, k.reason as suppressed, k.ends_at as suppressed_until
			from profile p
			left join consent c on c.profile_id = p.id
			left join pause u on u.profile_id = p.id
			left join suppressed_profile d on d.profile_id = p.id
			left join suppression k on k.id = d.suppression_id and k.channel = 'email'
			""";

	private static final String SHARERS = """
			select t.id, n.choice from profile p
			join profile t on t.email_key = p.email_key and t.id <> p.id
			join consent n on n.profile_id = t.id and n.choice = 'n' and n.purpose in ('marketing.any', 'marketing.email')
			where p.external_id = ?""";

	private final DataSource store;

	BareChecks(DataSource store) {
		this.store = store;
	}

	/** The answer. */
	record Answer(String id, String name, String content) {

	}

	@PostMapping(path = "/bare/checks", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Answer check(@RequestBody Map<String, Object> asked, @RequestParam int size) throws SQLException {
		String person = ((List<?>) asked.get("profiles")).get(0).toString();
		String name = person.substring(person.indexOf(':') + 1);
		try (Connection connection = this.store.getConnection()) {
			String[] read = { "", "" };
			for (String sql : List.of(COLUMNS + "where p.external_id = ?", SHARERS)) {
				try (PreparedStatement query = connection.prepareStatement(sql)) {
					query.setString(1, name);
					try (ResultSet rows = query.executeQuery()) {
						int columns = rows.getMetaData().getColumnCount();
						while (rows.next()) {
							read[0] = rows.getString(1);
							for (int column = 2; column <= columns; column++) {
								String value = rows.getString(column);
								read[1] = (value != null) ? value : read[1];
							}
						}
					}
				}
			}
			return new Answer(read[0], read[1],
					"x".repeat(Math.max(0, size - read[0].length() - read[1].length() - 30)));
		}
	}

	/** A line for each person. */
	@GetMapping("/bare/checks")
	void all(HttpServletResponse response) throws SQLException, IOException {
		response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
		try (Connection connection = this.store.getConnection();
				Statement statement = connection.createStatement();
				Writer out = new BufferedWriter(
						new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 65_536)) {
			connection.setAutoCommit(false);
			statement.setFetchSize(2_000);
			try (ResultSet rows = statement.executeQuery(COLUMNS + "order by p.id")) {
				int columns = rows.getMetaData().getColumnCount();
				String person = "";
				while (rows.next()) {
					String id = rows.getString(1);
					out.write(id.equals(person) ? "," : person.isEmpty() ? "[" : "]\n[");
					person = id;
					for (int column = 2; column <= columns; column++) {
						String value = rows.getString(column);
						out.write((column == 2) ? "\"" : ",\"");
						out.write((value != null) ? value : "");
						out.write('"');
					}
				}
				out.write("]\n");
			}
			connection.commit();
		}
	}

	/** Everybody who may be contacted by e-mail, as the question is written by hand. */
	@GetMapping("/bare/contactable")
	void contactable(HttpServletResponse response) throws SQLException, IOException {
		response.setContentType("text/csv;charset=UTF-8");
		try (Connection connection = this.store.getConnection();
				Statement statement = connection.createStatement();
				Writer out = new BufferedWriter(
						new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 65_536)) {
			connection.setAutoCommit(false);
			statement.setFetchSize(2_000);
			try (ResultSet rows = statement
				.executeQuery(BareMembers.ALL_COLUMNS + "where " + ByHand.reachable() + "order by p.id")) {
				int columns = rows.getMetaData().getColumnCount();
				while (rows.next()) {
					BareMembers.write(rows, columns, out);
				}
			}
			connection.commit();
		}
	}

}
