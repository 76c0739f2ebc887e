package dev.sayso.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A page and a form as bare as they can be: no rules, no security, plain JDBC.
 */
@Controller
@Profile("bare")
class BareHandlers {

	private static final String CONTENT = "what a row of the ledger holds, more or less; ".repeat(12);

	private final DataSource store;

	BareHandlers(DataSource store) {
		this.store = store;
	}

	/**
	 * Writes so many rows in one durable transaction.
	 */
	@PostMapping("/bare")
	ResponseEntity<Void> write(@RequestParam int person, @RequestParam int inserts, @RequestParam int updates)
			throws SQLException {
		try (Connection connection = this.store.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement insert = connection.prepareStatement("insert into bare_row values (?, ?, ?)");
					PreparedStatement update = connection
						.prepareStatement("update bare_state set content = ? where id = ?")) {
				for (int row = 0; row < updates; row++) {
					update.setString(1, "turn " + System.nanoTime());
					update.setInt(2, person);
					update.executeUpdate();
				}
				for (int row = 0; row < inserts; row++) {
					insert.setObject(1, UUID.randomUUID());
					insert.setInt(2, person);
					insert.setString(3, CONTENT);
					insert.executeUpdate();
				}
			}
			connection.commit();
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/bare/done").build();
	}

	/**
	 * Shows so many links, each of about two hundred characters.
	 */
	@GetMapping("/bare")
	String page(@RequestParam int links, Model model) {
		List<Integer> numbers = IntStream.range(0, links).boxed().toList();
		model.addAttribute("numbers", numbers);
		return "benchmark/bare";
	}

}
