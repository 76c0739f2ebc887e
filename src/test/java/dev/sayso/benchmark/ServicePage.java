package dev.sayso.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo's page of all choices, once it asks about many services.
 */
final class ServicePage {

	static final String SLUG = "all-choices";

	private static final JsonMapper JSON = new JsonMapper();

	private ServicePage() {
	}

	/**
	 * Creates so many services and has the published page ask about them, before anybody
	 * opens it.
	 */
	static void fill(String database, URI address, int services) throws SQLException {
		try (Wire wire = new Wire(address)) {
			for (int number = 1; number <= services; number++) {
				Crowd.post(wire, "/api/v1/services",
						"{\"key\":\"service-%1$s\",\"name\":\"Service %1$s\",\"channel\":\"email\"}".formatted(number));
			}
		}
		try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
				Statement statement = connection.createStatement();
				ResultSet page = statement.executeQuery("""
						select v.page_id, v.number, v.content from page_version v
						join landing_page p on p.id = v.page_id and p.published = v.number
						where p.slug = '%s'""".formatted(SLUG));
				PreparedStatement change = connection
					.prepareStatement("update page_version set content = ? where page_id = ? and number = ?")) {
			page.next();
			change.setString(1, withServices(page.getString(3), services));
			change.setObject(2, page.getObject(1));
			change.setInt(3, page.getInt(2));
			change.executeUpdate();
		}
	}

	private static String withServices(String content, int services) {
		JsonNode page = JSON.readTree(content);
		ArrayNode blocks = (ArrayNode) page.required("blocks");
		int first = 0;
		while (!blocks.get(first).path("type").asString().equals("service")) {
			first++;
		}
		ObjectNode one = (ObjectNode) blocks.get(first);
		for (int number = 1; number <= services; number++) {
			blocks.insert(first, one.deepCopy().put("id", "many-" + number).put("about", "service-" + number));
		}
		return JSON.writeValueAsString(page);
	}

}
