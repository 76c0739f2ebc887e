package dev.sayso.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads in one query what a decision has to know of a person, and answers JSON of a given
 * size: no rules, no security, nothing counted.
 */
@RestController
@Profile("bare")
class BareDecision {

	private static final String ROWS = """
			select p.*, c.*, a.* from profile p
			left join consent c on c.profile_id = p.id
			left join profile_attribute a on a.profile_id = p.id
			where p.external_id = ?""";

	private final DataSource store;

	BareDecision(DataSource store) {
		this.store = store;
	}

	/** The answer. */
	record Answer(String id, String name, String content) {

	}

	@PostMapping(path = "/bare/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
	Answer decide(@RequestBody Map<String, Object> asked, @RequestParam int size) throws SQLException {
		String person = asked.get("profile").toString();
		try (Connection connection = this.store.getConnection();
				PreparedStatement query = connection.prepareStatement(ROWS)) {
			query.setString(1, person.substring(person.indexOf(':') + 1));
			String name = "";
			String id = "";
			try (ResultSet rows = query.executeQuery()) {
				int columns = rows.getMetaData().getColumnCount();
				while (rows.next()) {
					id = rows.getString("id");
					for (int column = 1; column <= columns; column++) {
						String value = rows.getString(column);
						name = (value != null) ? value : name;
					}
				}
			}
			return new Answer(id, name, "x".repeat(Math.max(0, size - id.length() - name.length() - 30)));
		}
	}

}
