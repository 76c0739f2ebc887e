package dev.sayso.shared.api;

import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a query parameter that an operation of the API does not have, and one that is
 * given twice: a filter that is overlooked would answer with everybody.
 */
@Configuration(proxyBeanMethods = false)
class QueryParameters implements WebMvcConfigurer, HandlerInterceptor {

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this)
			.addPathPatterns("/api/v1/**", "/ofrep/**")
			.excludePathPatterns("/api/v1/openapi.json/**", "/api/v1/openapi.json.yaml");
	}

	/**
	 * Compares what was sent with what the operation takes, each once.
	 * @throws ProblemException 400 with the names
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getQueryString() != null && handler instanceof HandlerMethod operation) {
			List<String> names = this.known.computeIfAbsent(operation.getMethod(), (method) -> names(operation));
			List<String> sent = sent(request.getQueryString()).toList();
			List<String> unknown = sent.stream().filter((name) -> !names.contains(name)).distinct().toList();
			if (!unknown.isEmpty()) {
				throw ProblemException.of(HttpStatus.BAD_REQUEST, sentence(unknown, names));
			}
			sent.stream().filter((name) -> Collections.frequency(sent, name) > 1).findFirst().ifPresent((name) -> {
				throw ProblemException.of(HttpStatus.BAD_REQUEST, "The parameter " + name + " is given twice.");
			});
		}
		return true;
	}

	private static Stream<String> sent(String query) {
		return Arrays.stream(query.split("&"))
			.map((parameter) -> parameter.split("=", 2)[0])
			.filter(StringUtils::hasLength)
			.map(QueryParameters::decode);
	}

	private static String decode(String name) {
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return name;
		}
	}

	private static List<String> names(HandlerMethod operation) {
		return Arrays.stream(operation.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestParam.class))
			.map(QueryParameters::name)
			.toList();
	}

	private static String name(MethodParameter parameter) {
		RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
		if (named != null && !named.name().isEmpty()) {
			return named.name();
		}
		parameter.initParameterNameDiscovery(NAMES);
		return String.valueOf(parameter.getParameterName());
	}

	private static String sentence(List<String> unknown, List<String> names) {
		return "There is no parameter " + String.join(", ", unknown) + " here; there " + switch (names.size()) {
			case 0 -> "are none.";
			case 1 -> "is " + names.get(0) + ".";
			default -> "are " + String.join(", ", names) + ".";
		};
	}

}
