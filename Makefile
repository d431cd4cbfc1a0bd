.PHONY: help setup build test lint

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' Makefile

setup: ## install libyaml and SQLite with apt, if they are missing
	@.ci/setup

build: setup ## build everything, for debugging
	swift build

test: setup ## run all tests
	swift test --parallel

lint: ## check the style of every Swift file
	swift format lint --strict --recursive Sources Plugins Tests Package.swift
