package dev.sayso.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DurableFilePathTests {

	/** As Linux has it. */
	private static final int O_DSYNC = 010000;

	@TempDir
	Path folder;

	@Test
	@EnabledOnOs(OS.LINUX)
	void theStoresFileIsOpenedSoThatAWriteReturnsWhenItIsOnTheDisk() throws Exception {
		try (Connection connection = DriverManager.getConnection(url(), "sa", "");
				Statement statement = connection.createStatement()) {
			statement.execute("create table note (content varchar(100))");
			assertThat(openings(this.folder.resolve("sayso.mv.db"))).isNotEmpty()
				.allMatch((flags) -> (flags & O_DSYNC) != 0);
		}
	}

	@Test
	void theStoreGivesBackItsRoomWhenItStops() throws Exception {
		HikariDataSource store = new HikariDataSource();
		store.setJdbcUrl(url() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0");
		store.setUsername("sa");
		try (Connection connection = store.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("create table note (id int primary key, content varchar(2000))");
			for (int note = 0; note < 300; note++) {
				statement.execute("insert into note values (" + note + ", space(1000))");
			}
		}
		long before = Files.size(this.folder.resolve("sayso.mv.db"));
		new StoreCompaction(store).close();
		assertThat(Files.size(this.folder.resolve("sayso.mv.db"))).isLessThan(before / 4);
		store.close();
		try (Connection connection = DriverManager.getConnection(url(), "sa", "");
				Statement statement = connection.createStatement()) {
			assertThat(statement.executeQuery("select * from note where id = 299").next()).isTrue();
		}
	}

	@Test
	void anInterruptedThreadDoesNotCloseTheStoreForTheOthers() throws Exception {
		try (Connection connection = DriverManager.getConnection(url() + ";WRITE_DELAY=0", "sa", "");
				Statement statement = connection.createStatement()) {
			statement.execute("create table note (content varchar(100))");
			for (int turn = 0; turn < 20; turn++) {
				Thread.currentThread().interrupt();
				statement.execute("insert into note values ('kept')");
			}
			Thread.interrupted();
			try (ResultSet kept = statement.executeQuery("select count(*) from note")) {
				kept.next();
				assertThat(kept.getInt(1)).isEqualTo(20);
			}
		}
	}

	private String url() {
		DurableFilePath.register();
		return DurableFilePath.URL + this.folder.resolve("sayso");
	}

	private static List<Integer> openings(Path file) throws IOException {
		try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
			return descriptors.filter((descriptor) -> leadsTo(descriptor, file))
				.map((descriptor) -> Path.of("/proc/self/fdinfo").resolve(descriptor.getFileName()))
				.map(DurableFilePathTests::flags)
				.toList();
		}
	}

	private static boolean leadsTo(Path descriptor, Path file) {
		try {
			return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int flags(Path descriptor) {
		try (Stream<String> lines = Files.lines(descriptor)) {
			return lines.filter((line) -> line.startsWith("flags:"))
				.map((line) -> Integer.parseInt(line.substring(6).strip(), 8))
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
