package dev.sayso.account.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.sayso.ProductTest;
import dev.sayso.account.Role;
import dev.sayso.account.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Who may call what: every URL of the product is in the table {@code urls.txt}, and every
 * role is let in or kept out as it says. A URL that is not in the table fails.
 */
@ProductTest
class EveryUrlTests {

	private static final Map<String, Role> LETTERS = Map.of("O", Role.OPERATOR, "M", Role.MARKETER, "D", Role.AUDITOR,
			"A", Role.ADMIN);

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	MockMvcTester mvc;

	@Test
	void everyUrlIsInTheTable() {
		assertThat(urls()).containsExactlyInAnyOrderElementsOf(table().keySet());
	}

	@Test
	void nothingOfTheActuatorIsToldButHealth() {
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk();
		for (String path : List.of("/actuator", "/actuator/env", "/actuator/sessions", "/actuator/heapdump")) {
			assertThat(this.mvc.get().uri(path).with(SignIn.admin())).hasStatus(403);
		}
	}

	@Test
	void everyRoleIsLetInOrKeptOutAsTheTableSays() {
		Map<String, String> wrong = new TreeMap<>();
		table().forEach((url, who) -> {
			if (letsIn(url, null) != Set.of("anyone", "public").contains(who)) {
				wrong.put(url + " nobody", who);
			}
			Arrays.stream(Role.values())
				.filter((role) -> !who.equals("public") && letsIn(url, role) != allowed(who, role))
				.forEach((role) -> wrong.put(url + " " + role, who));
		});
		assertThat(wrong).isEmpty();
	}

	private boolean letsIn(String url, @Nullable Role role) {
		String method = url.substring(0, url.indexOf(' ')).replace("ANY", "GET");
		String path = url.substring(url.indexOf(' ') + 1)
			.replaceAll("\\{(number|place)[^/]*", "1")
			.replaceAll("\\{[^}]*}", UUID.randomUUID().toString())
			.replace("**", "x");
		MockMvcRequestBuilder request = this.mvc.method(HttpMethod.valueOf(method)).uri(path).with(csrf());
		MvcTestResult result = ((role != null) ? request.with(SignIn.as(role)) : request).exchange();
		if (result.getUnresolvedException() != null) {
			return true;
		}
		MockHttpServletResponse answer = result.getResponse();
		boolean toSignIn = answer.getStatus() == 302
				&& String.valueOf(answer.getRedirectedUrl()).matches("/login(\\?to=.*)?");
		return answer.getStatus() != 401 && answer.getStatus() != 403 && !toSignIn;
	}

	private static boolean allowed(String who, Role role) {
		return who.equals("all") || who.equals("anyone")
				|| Arrays.stream(who.split(" ")).map(LETTERS::get).anyMatch((one) -> one == role);
	}

	private static Map<String, String> table() {
		Map<String, String> table = new LinkedHashMap<>();
		try (InputStream file = EveryUrlTests.class.getResourceAsStream("urls.txt")) {
			new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> line.contains(" : ") && !line.startsWith("#"))
				.map((line) -> line.split(" : "))
				.forEach((line) -> table.put(line[0].strip(), line[1].strip()));
			return table;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Set<String> urls() {
		return this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((info) -> methods(info).stream()
				.flatMap((method) -> info.getPatternValues().stream().map((path) -> method + " " + path)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> methods(RequestMappingInfo info) {
		List<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
		return methods.isEmpty() ? List.of("ANY") : methods;
	}

}
