package dev.sayso.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The members of an audience as they stand in the store, joined with attributes and
 * consents: no verdict, no twins, nothing to judge.
 */
@Controller
@Profile("bare")
class BareMembers {

	private static final String COLUMNS = """
			select p.id, p.external_id, p.first_name, p.last_name, p.email, p.mobile, p.phone, p.fax, p.push_token,
				p.street, p.postal_code, p.city, p.country, p.language, p.time_zone, p.birth_date, a1.text_value,
				a2.number_value, a3.date_value, c1.choice, c2.choice, c3.choice
			from
			""" + ByHand.JOINED + """
			left join profile_attribute a1 on a1.profile_id = p.id and a1.attribute_id = 'CLUB'
			left join consent c1 on c1.profile_id = p.id and c1.purpose = 'marketing.any'
			left join consent c2 on c2.profile_id = p.id and c2.purpose = 'marketing.email'
			left join consent c3 on c3.profile_id = p.id and c3.purpose = 'marketing.sms'
			where""".replace("CLUB", Population.CLUB.toString());

	/** The same columns of everybody. */
	static final String ALL_COLUMNS = COLUMNS.substring(0, COLUMNS.lastIndexOf("where"));

	private final DataSource store;

	BareMembers(DataSource store) {
		this.store = store;
	}

	@GetMapping("/bare/members")
	void members(HttpServletResponse response) throws SQLException, IOException {
		response.setContentType("text/csv;charset=UTF-8");
		try (Connection connection = this.store.getConnection();
				Statement statement = connection.createStatement();
				Writer out = new BufferedWriter(
						new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 65_536)) {
			connection.setAutoCommit(false);
			statement.setFetchSize(2_000);
			try (ResultSet rows = statement.executeQuery(COLUMNS + " " + ByHand.where())) {
				int columns = rows.getMetaData().getColumnCount();
				while (rows.next()) {
					write(rows, columns, out);
				}
			}
			connection.commit();
		}
	}

	static void write(ResultSet row, int columns, Writer out) throws SQLException, IOException {
		for (int column = 1; column <= columns; column++) {
			String cell = row.getString(column);
			if (cell != null) {
				boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
				out.write(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
			}
			out.write((column < columns) ? "," : "\r\n");
		}
	}

}
