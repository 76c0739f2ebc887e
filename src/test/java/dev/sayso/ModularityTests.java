package dev.sayso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the arrows between rooms and chambers, and that each stays small enough to be
 * taken in at a look.
 */
class ModularityTests {

	private static final ApplicationModules ROOMS = ApplicationModules.of(Sayso.class);

	private static final Path MAIN = Path.of("src/main/java/dev/sayso");

	private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\|.*");

	private final Map<String, ApplicationModule> modules = modules();

	@Test
	void roomsAndChambersNameOnlyWhatTheyMay() {
		ROOMS.verify();
	}

	@Test
	void eachListsAllThatItNamesAndNothingElse() {
		Map<String, Set<String>> listed = new TreeMap<>();
		this.modules.forEach((name, module) -> listed.put(name, new TreeSet<>(List.of(module.allowedDependencies()))));
		Map<String, Set<String>> named = new TreeMap<>();
		ROOMS.stream()
			.forEach((room) -> named.put(name(room.getBasePackage().getName()),
					room.getDirectDependencies(ROOMS)
						.stream()
						.map((arrow) -> name(arrow.getTargetModule().getBasePackage().getName()))
						.collect(Collectors.toCollection(TreeSet::new))));
		assertThat(listed).isEqualTo(named);
	}

	@Test
	void noArrowsFormACircle() {
		Map<String, List<String>> circles = new TreeMap<>();
		this.modules.keySet().forEach((start) -> {
			Set<String> seen = new TreeSet<>();
			Deque<String> next = new ArrayDeque<>(listed(start));
			while (!next.isEmpty()) {
				String name = next.pop();
				if (seen.add(name)) {
					next.addAll(listed(name));
				}
			}
			if (seen.contains(start)) {
				circles.put(start, listed(start));
			}
		});
		assertThat(circles).isEmpty();
	}

	/**
	 * Modulith refuses a closed chamber to other rooms, and looks for no circle through
	 * an open one, so that only those are open that have to be.
	 */
	@Test
	void openIsJustWhatOtherRoomsName() {
		Set<String> open = this.modules.entrySet()
			.stream()
			.filter((module) -> module.getValue().type() == ApplicationModule.Type.OPEN)
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> namedFromOutside = this.modules.keySet()
			.stream()
			.flatMap((name) -> listed(name).stream().filter((other) -> !room(other).equals(room(name))))
			.filter((name) -> name.contains("."))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(open).isEqualTo(namedFromOutside);
	}

	@Test
	void theMapOfTheReadmeBeginsAtTheFoundation() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("README.md"))
			.stream()
			.map(ROW::matcher)
			.filter((row) -> row.matches())
			.map((row) -> row.group(1))
			.toList();
		assertThat(rows).containsExactlyInAnyOrderElementsOf(this.modules.keySet());
		Map<String, List<String>> up = new LinkedHashMap<>();
		rows.forEach((name) -> {
			List<String> later = listed(name).stream()
				.filter((other) -> rows.indexOf(other) > rows.indexOf(name))
				.toList();
			if (!later.isEmpty()) {
				up.put(name, later);
			}
		});
		assertThat(up).isEmpty();
	}

	@Test
	void noFolderIsTooFullToTakeInAtALook() {
		Map<String, Long> full = this.modules.keySet()
			.stream()
			.collect(Collectors.toMap((name) -> name, (name) -> files(MAIN.resolve(name.replace('.', '/'))).count()));
		full.values().removeIf((many) -> many <= 40);
		assertThat(full).isEmpty();
	}

	@Test
	void noNameStandsTwice() throws IOException {
		try (Stream<Path> all = Files.walk(MAIN)) {
			Map<String, Long> twice = all.filter(ModularityTests::isType)
				.collect(Collectors.groupingBy((file) -> file.getFileName().toString(), TreeMap::new,
						Collectors.counting()));
			twice.values().removeIf((many) -> many == 1);
			assertThat(twice).isEmpty();
		}
	}

	private List<String> listed(String name) {
		return Arrays.asList(this.modules.get(name).allowedDependencies());
	}

	private static String room(String name) {
		return name.split("\\.")[0];
	}

	private static String name(String packageName) {
		return packageName.substring("dev.sayso.".length());
	}

	/**
	 * Each package by its name below the root, as its package-info declares it.
	 */
	private static Map<String, ApplicationModule> modules() {
		try (Stream<Path> all = Files.walk(MAIN)) {
			return all.filter(Files::isDirectory)
				.filter((folder) -> !folder.equals(MAIN) && files(folder).findAny().isPresent())
				.map((folder) -> MAIN.relativize(folder).toString().replace('/', '.'))
				.collect(Collectors.toMap((name) -> name, ModularityTests::declared, (one, same) -> one, TreeMap::new));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ApplicationModule declared(String name) {
		try {
			ApplicationModule module = Class.forName("dev.sayso." + name + ".package-info")
				.getAnnotation(ApplicationModule.class);
			assertThat(module).as("package-info of " + name).isNotNull();
			return module;
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError("No package-info in " + name, ex);
		}
	}

	private static Stream<Path> files(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(ModularityTests::isType).toList().stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isType(Path file) {
		return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
	}

}
